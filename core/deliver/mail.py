"""E-mail over SMTP."""

import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage

from core.deliver.channel import DeliveryFailed, Message

TIMEOUT = 15.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class MailChannel:
    """One SMTP server. `security`: `starttls`, `tls`, or `none` for a server on this machine."""

    host: str
    port: int
    sender: str
    receivers: tuple[str, ...]
    security: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    name: str = "mail"

    def send(self, message: Message) -> None:
        """Hand over one plain-text mail to all receivers."""
        try:
            with self._connect() as server:
                if self.user:
                    server.login(self.user, self.password)
                refused = server.send_message(self._mail(message))
        except (OSError, smtplib.SMTPException) as error:
            raise DeliveryFailed(f"the mail server {self.host} did not take it: {type(error).__name__}") from None
        if refused:
            raise DeliveryFailed(f"the mail server {self.host} refused {len(refused)} of the receivers")

    def _connect(self) -> smtplib.SMTP:
        if self.security == "tls":
            return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT, context=ssl.create_default_context())
        server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
        if self.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        return server

    def _mail(self, message: Message) -> EmailMessage:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = self.sender, ", ".join(self.receivers), message.subject
        mail["X-Plumbline-Delivery"] = message.id
        mail.set_content(message.text)
        return mail
