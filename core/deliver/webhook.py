"""A webhook: one JSON document by POST, signed with a shared secret.

The receiver checks `X-Plumbline-Signature: sha256=…`, the HMAC-SHA256 of the body; a redirect is not followed.
"""

import hashlib
import hmac
import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from core.deliver.channel import DeliveryFailed, Message

TIMEOUT = 15.0
"""Seconds."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Whoever answers elsewhere is not whom the settings name."""


@dataclass(frozen=True, slots=True)
class WebhookChannel:
    """One address."""

    url: str
    secret: str = field(default="", repr=False)
    name: str = "webhook"

    def send(self, message: Message) -> None:
        """Post one document; anything but an answer of 2xx is a failure."""
        body = json.dumps({"id": message.id, "subject": message.subject, **message.data}, ensure_ascii=False).encode()
        request = urllib.request.Request(self.url, body, self._headers(body, message.id), method="POST")
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=TIMEOUT) as answer:
                answer.read(1024)
        except urllib.error.HTTPError as error:
            raise DeliveryFailed(f"the webhook answered {error.code}") from None
        except (OSError, ValueError) as error:
            raise DeliveryFailed(f"the webhook could not be reached: {type(error).__name__}") from None

    def _headers(self, body: bytes, id: str) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "X-Plumbline-Delivery": id}
        if self.secret:
            signature = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
            headers["X-Plumbline-Signature"] = f"sha256={signature}"
        return headers
