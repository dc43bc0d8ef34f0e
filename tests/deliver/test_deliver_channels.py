"""Mail and webhook against servers on this machine: what arrives, and what happens where they fail or are away."""

import hashlib
import hmac
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from core.deliver import DeliveryFailed, Message, channels
from core.domain.errors import BadInput
from core.settings import read_settings
from core.workflow.delivering import deliver, deliveries
from core.workflow.desk import Desk
from core.workflow.monitoring import monitor

MESSAGE = Message("D-000001", "Plumbline: 1 alert", "H-0001: breach opened", {"alerts": [{"household": "H-0001"}]})


@contextmanager
def running(server: Any) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class Mailbox(socketserver.StreamRequestHandler):
    """As much of an SMTP server as one mail needs; refuses the first `refuse` of them."""

    mails: list[str]
    refuse = 0

    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "DATA":
                self.say("354 go on")
                self.take()
            elif verb == "QUIT":
                self.say("221 bye")
                return
            elif verb == "MAIL" and type(self).refuse > 0:
                type(self).refuse -= 1
                self.say("451 try again later")
            else:
                self.say("250 ok")

    def take(self) -> None:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        type(self).mails.append("\n".join(lines))
        self.say("250 taken")

    def say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class Hook(BaseHTTPRequestHandler):
    posts: list[tuple[dict[str, str], bytes]]
    answers: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).posts.append((dict(self.headers), body))
        self.send_response(type(self).answers.pop(0) if type(self).answers else 204)
        self.send_header("Location", "http://127.0.0.1:9/elsewhere")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        return


@contextmanager
def mail_server(refuse: int = 0) -> Iterator[tuple[int, list[str]]]:
    kind = type("OneMailbox", (Mailbox,), {"mails": [], "refuse": refuse})
    with running(socketserver.ThreadingTCPServer(("127.0.0.1", 0), kind)) as port:
        yield port, kind.mails  # type: ignore[attr-defined]


@contextmanager
def hook_server(*answers: int) -> Iterator[tuple[int, list[tuple[dict[str, str], bytes]]]]:
    kind = type("OneHook", (Hook,), {"posts": [], "answers": list(answers)})
    with running(HTTPServer(("127.0.0.1", 0), kind)) as port:
        yield port, kind.posts  # type: ignore[attr-defined]


def settings(**values: str) -> Any:
    return read_settings(
        {"PLUMBLINE_HOME": ".", **{f"PLUMBLINE_{name.upper()}": text for name, text in values.items()}}
    )


def mail_settings(port: int) -> Any:
    return settings(
        mail_server=f"127.0.0.1:{port}", mail_from="desk@firm.example", mail_to="a@firm.example, b@firm.example",
        mail_security="none",
    )  # fmt: skip


def test_a_mail_arrives_with_its_subject_and_id():
    with mail_server() as (port, mails):
        (channel,) = channels(mail_settings(port))
        channel.send(MESSAGE)
    assert "Subject: Plumbline: 1 alert" in mails[0]
    assert "To: a@firm.example, b@firm.example" in mails[0]
    assert "X-Plumbline-Delivery: D-000001" in mails[0]


def test_a_webhook_gets_signed_json():
    with hook_server() as (port, posts):
        (channel,) = channels(settings(webhook_url=f"http://127.0.0.1:{port}/in", webhook_secret="shared"))
        channel.send(MESSAGE)
    headers, body = posts[0]
    assert json.loads(body)["alerts"] == [{"household": "H-0001"}]
    assert headers["X-Plumbline-Signature"] == "sha256=" + hmac.new(b"shared", body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("answer", [302, 400, 500])
def test_a_webhook_that_does_not_take_it_is_a_failure_and_is_not_followed_elsewhere(answer):
    with hook_server(answer) as (port, posts):
        (channel,) = channels(settings(webhook_url=f"http://127.0.0.1:{port}/in"))
        with pytest.raises(DeliveryFailed, match=f"answered {answer}"):
            channel.send(MESSAGE)
    assert len(posts) == 1


def test_a_server_that_is_away_is_said_in_a_sentence_without_secrets():
    for found in (mail_settings(9), settings(webhook_url="http://127.0.0.1:9/", webhook_secret="hush")):
        (channel,) = channels(found)
        with pytest.raises(DeliveryFailed) as trouble:
            channel.send(MESSAGE)
        assert "hush" not in str(trouble.value) and "hush" not in repr(channel)


@pytest.mark.parametrize(
    "wrong",
    [{"mail_server": "nowhere"}, {"mail_server": "a:25"}, {"webhook_url": "file:///etc/passwd"},
     {"mail_server": "a:25", "mail_from": "x@y", "mail_to": "z@y", "mail_security": "maybe"}],
)  # fmt: skip
def test_a_wrong_setting_is_named(wrong):
    with pytest.raises(BadInput, match="PLUMBLINE_"):
        channels(settings(**wrong))


def test_nothing_is_sent_where_nothing_is_set_up():
    desk = Desk.sample()
    monitor(desk)
    assert deliver(desk) == () and deliveries(desk) == ()


def test_alerts_are_told_once_tried_again_and_logged():
    waits: list[float] = []
    with mail_server(refuse=2) as (port, mails):
        desk = replace(Desk.sample(), settings=mail_settings(port))
        monitor(desk)
        (sent,) = deliver(desk, waits.append)
        assert (sent.state, sent.attempts, len(mails)) == ("sent", 3, 1)
        monitor(desk)
        assert deliver(desk, waits.append) == () and len(mails) == 1
    assert waits == [2.0, 8.0]
    kinds = [event.kind for event in desk.store.events() if event.entity == "delivery"]
    assert kinds == ["alert.told", "alert.delivery_failed", "alert.delivery_failed", "alert.delivered"]
    assert "H-0001: breach opened" in mails[0] and "$" not in mails[0]


def test_what_cannot_be_sent_waits_for_the_next_run():
    desk = replace(Desk.sample(), settings=settings(webhook_url="http://127.0.0.1:9/"))
    monitor(desk)
    (waiting,) = deliver(desk, lambda _: None)
    assert (waiting.state, waiting.attempts) == ("waiting", 3)
    with hook_server() as (port, posts):
        back = replace(desk, settings=settings(webhook_url=f"http://127.0.0.1:{port}/"))
        (sent,) = deliver(back, lambda _: None)
    assert (sent.state, len(posts)) == ("sent", 1)
