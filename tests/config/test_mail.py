import environ

from config.mail import SMTP, mail_settings


def settings_of(**variables: str) -> dict:
    env = environ.Env()
    env.ENVIRON = variables
    return mail_settings(env)


def test_without_settings_mail_goes_to_the_console():
    assert settings_of()["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_a_server_is_named_as_django_does():
    found = settings_of(EMAIL_HOST="mail.waterrijk.example", EMAIL_PORT="587", EMAIL_USE_TLS="true")
    assert (found["EMAIL_BACKEND"], found["EMAIL_HOST"]) == (SMTP, "mail.waterrijk.example")
    assert (found["EMAIL_PORT"], found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"]) == (587, True, False)


def test_or_in_one_address():
    found = settings_of(EMAIL_URL="smtp+tls://user:secret@mail.waterrijk.example:587")
    assert (found["EMAIL_HOST"], found["EMAIL_HOST_USER"]) == ("mail.waterrijk.example", "user")
