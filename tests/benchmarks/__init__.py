import os

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # users do not compile the program at each start
