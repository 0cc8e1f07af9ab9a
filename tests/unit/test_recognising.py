"""The language of some words is told where it is clear, and never guessed."""

from __future__ import annotations

import pytest

from exporter.languages.recognising import name_of, recognised

SENTENCES = {
    "en": "You can ask a friend to come with you, and they can stay for the whole day.",
    "cy": "Mae hawl gan bawb i gael gofal. Nid oes rhaid i chi dalu am y gwasanaeth hwn.",
    "fr": "Nous allons vous aider à remplir le formulaire. Il est gratuit pour les enfants.",
    "pl": "Nie musisz nic płacić, ale trzeba się zapisać. Biuro jest otwarte od rana.",
    "ru": "Мы поможем вам заполнить бланк. Это бесплатно для всех.",
    "uk": "Ми допоможемо вам заповнити бланк. Це безкоштовно для всіх.",
    "bg": "Ние ще ви помогнем да попълните формуляра. Това е безплатно за всички.",
    "ar": "هذا الدليل من أجل كل من يريد أن يعرف حقه في العلاج",
    "ur": "یہ صفحہ ان لوگوں کے لئے ہے جو گھر پر مدد چاہتے ہیں اور اس کی قیمت نہیں دے سکتے",
    "zh": "我们会帮助您填写表格。",
    "ja": "わたしたちは用紙の記入を手伝います。",
    "ko": "우리는 당신이 양식을 작성하도록 도와드립니다.",
    "de": "Wir helfen dir mit dem Formular, und das ist nicht schwer.",
    "es": "El lunes no hay clase, pero la biblioteca está abierta para los niños y las niñas.",
    "it": "Il modulo non è difficile: lo compiliamo con te, e la visita è gratis per tutti.",
    "pt": "O centro não abre na segunda, mas você pode ligar para nós em qualquer dia.",
    "nl": "Wij helpen je met het formulier. Het is niet moeilijk en kost ook niets.",
    "ro": "Te ajutăm să completezi formularul. Nu este greu și nu costă nimic pentru copii.",
    "tr": "Bu bir form ve çok kolay. Size yardım için buradayız, ama önce arayın.",
    "so": "Waa in aad buuxisaa foomka. Waxaan ku caawin karnaa, oo lacag la ma bixiyo.",
    "el": "Θα σας βοηθήσουμε.",
    "he": "אנחנו נעזור לכם.",
    "hi": "हम आपकी मदद करेंगे।",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_or_two_tell_their_language(tag: str) -> None:
    assert recognised(SENTENCES[tag]) == tag


@pytest.mark.parametrize("tag", [tag for tag in SENTENCES if tag != "en"])
def test_they_tell_it_among_english_too_and_english_among_them(tag: str) -> None:
    assert recognised(SENTENCES[tag], among="en") == tag
    assert recognised(SENTENCES["en"], among=tag) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Visit the Rue de la Paix, and Vic van der Berg.",
        "Admission: £5, under 3s free",
        "Phone: 01632 960123",
        "Salmon à la crème, £12",
        "Croeso",
        "United States government or U.S. government, not U.S. Government",
        "Ask Sam, Dee, Jo or Pat.",
        "Café Müller, Łódź Street",
        "",
        "123 – 456",
    ],
)
def test_names_prices_and_single_words_are_no_other_language(text: str) -> None:
    assert recognised(text, among="en") in ("", "en")


def test_a_script_that_many_languages_have_is_at_least_not_english() -> None:
    assert recognised("Ӧлӓ") == "und"
    assert name_of("und") == "another language"


def test_languages_have_names_for_people() -> None:
    assert [name_of(tag) for tag in ("cy", "pa-Arab", "pt-BR", "zh", "gv")] == [
        "Welsh", "Punjabi", "Portuguese", "Chinese", "“gv”",
    ]  # fmt: skip
