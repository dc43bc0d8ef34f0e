"""The channels that the settings name; none by default."""

from core.deliver.channel import Channel
from core.deliver.mail import MailChannel
from core.deliver.webhook import WebhookChannel
from core.domain.errors import BadInput
from core.settings import Settings

SECURITY = ("starttls", "tls", "none")


def channels(settings: Settings) -> tuple[Channel, ...]:
    """Every channel that is set up. BadInput says which setting is wrong."""
    found: list[Channel] = []
    if settings.mail_server:
        found.append(_mail(settings))
    if settings.webhook_url:
        if not settings.webhook_url.startswith(("http://", "https://")):
            raise BadInput("PLUMBLINE_WEBHOOK_URL", "expected an address that begins with https://")
        found.append(WebhookChannel(settings.webhook_url, settings.webhook_secret))
    return tuple(found)


def _mail(settings: Settings) -> MailChannel:
    host, _, port = settings.mail_server.rpartition(":")
    if not host or not port.isdigit():
        raise BadInput("PLUMBLINE_MAIL_SERVER", "expected HOST:PORT")
    if not settings.mail_from or not settings.mail_to:
        raise BadInput("PLUMBLINE_MAIL_TO", "a mail server needs PLUMBLINE_MAIL_FROM and PLUMBLINE_MAIL_TO")
    if settings.mail_security not in SECURITY:
        raise BadInput("PLUMBLINE_MAIL_SECURITY", f"expected one of {', '.join(SECURITY)}")
    return MailChannel(
        host=host,
        port=int(port),
        sender=settings.mail_from,
        receivers=settings.mail_to,
        security=settings.mail_security,
        user=settings.mail_user,
        password=settings.mail_password,
    )
