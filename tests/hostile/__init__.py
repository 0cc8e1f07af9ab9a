"""What strangers may send, door by door: one small file, or one line that makes it."""
