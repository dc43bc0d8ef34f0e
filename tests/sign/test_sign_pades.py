"""Signatures on a PDF: they hold in our check and in an independent tool, and no byte may change."""

import asyncio
import random
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from asn1crypto import keys, tsp, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from sign_samples import NAMES, NOON, firm, letter, prepared, signed

from core.domain.errors import BadInput
from core.domain.signing import SignatureReport
from core.sign import FirmIdentity, LocalSigner, SigningRequest, root_pem, validate
from core.sign.certificates import make_root
from core.sign.pades import NoTimeStamp
from core.sign.page import plain_text, reading_code

CEDAR = firm()


@pytest.fixture(scope="module")
def once() -> bytes:
    return signed(prepared(), "advisor", CEDAR)


@pytest.fixture(scope="module")
def twice(once: bytes) -> bytes:
    return signed(once, "client", CEDAR)


def check(pdf: bytes, identity: FirmIdentity = CEDAR) -> SignatureReport:
    return validate(pdf, [identity.root], NOON)


def flipped(pdf: bytes, place: int, by: int = 1) -> bytes:
    return pdf[:place] + bytes([pdf[place] ^ by]) + pdf[place + 1 :]


def spaces(pdf: bytes) -> list[tuple[int, int]]:
    """Where each signature itself lies, outside the range that it signs."""
    ranges = re.findall(rb"/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+)", pdf)
    return [(int(first), int(second)) for _, first, second, _ in ranges]


def test_two_people_sign_one_after_the_other_and_both_signatures_hold(once: bytes, twice: bytes) -> None:
    assert check(once).ok and twice.startswith(once)
    report = check(twice)
    assert report.ok and [one.name for one in report.signatures] == list(NAMES.values())
    assert all(one.ok and one.at == NOON and one.intent == "I mean this as my signature." for one in report.signatures)
    assert [one.whole_file for one in report.signatures] == [False, True]


def test_pyhankos_own_check_with_the_firms_root_agrees(twice: bytes) -> None:
    trust = ValidationContext(trust_roots=[x509.Certificate.load(CEDAR.root)], moment=NOON)
    for one in PdfFileReader(BytesIO(twice)).embedded_signatures:
        assert validate_pdf_signature(one, signer_validation_context=trust).bottom_line


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="pdfsig (poppler-utils) is not installed")
def test_an_independent_tool_finds_both_valid_until_one_byte_changes(twice: bytes, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"

    def said(pdf: bytes) -> str:
        path.write_bytes(pdf)
        return subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout

    assert said(twice).count("Signature is Valid") == 2 and "Total document signed" in said(twice)
    assert "ETSI.CAdES.detached" in said(twice)
    word = twice.index(b"/Type")
    assert said(flipped(twice, word - 40)).count("Signature is Valid") < 2


def test_any_changed_byte_shows(twice: bytes) -> None:
    dice = random.Random(20261120)
    inside = [dice.randrange(first, first + 3000) for first, _ in spaces(twice)[-1:] for _ in range(12)]
    anywhere = [dice.randrange(len(twice)) for _ in range(12)]
    for place in (*inside, *anywhere, len(twice) - 2):
        assert not check(flipped(twice, place)).ok, f"byte {place}"


@pytest.mark.long
def test_every_byte_of_the_last_signature_and_two_hundred_others_show(twice: bytes) -> None:
    dice = random.Random(7)
    first, second = spaces(twice)[-1]
    used = twice[first:second].rstrip(b"0>")
    places = [*range(first, first + len(used)), *(dice.randrange(len(twice)) for _ in range(200))]
    unseen = [place for place in places if check(flipped(twice, place)).ok]
    assert not unseen


def test_bytes_added_or_cut_show(twice: bytes) -> None:
    assert not check(twice + b" ").ok and not check(twice[:-1]).ok and not check(twice[: len(twice) // 2]).ok
    assert check(b"").sentences == ("This file does not read as a PDF any more: it was changed or cut.",)
    assert check(letter()).sentences == ("This file carries no signature.",)


def test_a_page_changed_in_a_later_revision_shows(twice: bytes) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(twice))
    page = writer.find_page_for_modification(0)[0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)
    report = check(out.getvalue())
    assert not report.ok and any("more was changed" in sentence for sentence in report.sentences)


def test_the_signature_of_another_firm_is_not_trusted(twice: bytes) -> None:
    other = firm(bytes(range(1, 65)))
    report = check(twice, other)
    assert not report.ok and "was not issued by this firm" in " ".join(report.sentences)
    assert not check(signed(signed(prepared(), "advisor", CEDAR), "client", other)).ok


def test_signatures_under_an_earlier_and_a_later_root_of_the_firm_hold_together(once: bytes) -> None:
    later = firm(bytes(range(1, 65)))
    both = signed(once, "client", later)
    assert validate(both, [CEDAR.root, later.root], NOON).ok
    assert not check(both).ok and not check(both, later).ok


def test_a_field_is_signed_once_and_only_where_there_is_one(once: bytes) -> None:
    with pytest.raises(BadInput, match="cannot be signed"):
        signed(once, "advisor", CEDAR)
    with pytest.raises(BadInput, match="cannot be signed"):
        signed(letter(), "client", CEDAR)


def test_the_root_comes_from_the_secret_alone_and_is_handed_out_as_pem() -> None:
    again = firm()
    assert again.key.private_numbers() == CEDAR.key.private_numbers()
    assert root_pem(CEDAR.root).startswith(b"-----BEGIN CERTIFICATE-----")
    with pytest.raises(ValueError, match="48 bytes"):
        make_root(b"short", "Cedar Lane Advisory", NOON)


def test_the_certificate_page_says_what_was_signed_and_the_boxes_say_by_whom(twice: bytes) -> None:
    document = pypdfium2.PdfDocument(twice)
    document.init_forms()
    document[len(document) - 1].flatten()
    text = document[len(document) - 1].get_textpage().get_text_range()
    assert "Signature certificate" in text and "31 records" in text and "Audit trail when signing" in text
    assert reading_code(letter()) in text
    assert "Signed by Ana Ortiz, advisor" in text and "Signed by Lukasz Nötig, client" in text
    assert "Identified by: password 100% checked" in text


def test_letters_that_the_standard_fonts_lack_lose_their_marks() -> None:
    assert plain_text("Łukasz Nötig, Đỗ – 東") == "Lukasz Nötig, Do – ?"


def _time_certificate(private: rsa.RSAPrivateKey) -> x509.Certificate:
    name = made.Name([made.NameAttribute(NameOID.COMMON_NAME, "Invented time service")])
    built = made.CertificateBuilder().subject_name(name).issuer_name(name).public_key(private.public_key())
    built = built.serial_number(7).not_valid_before(NOON - timedelta(days=1)).not_valid_after(NOON + timedelta(days=1))
    built = built.add_extension(made.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
    signed_by_itself = built.sign(private, hashes.SHA256())
    return x509.Certificate.load(signed_by_itself.public_bytes(serialization.Encoding.DER))


@pytest.fixture
def time_service() -> Iterator[tuple[str, list[bytes]]]:
    """A time stamp service of this machine (RFC 3161 over HTTP): its address, and the requests that it took."""
    kinds = serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    private = rsa.generate_private_key(65537, 2048)
    key, certificate = keys.PrivateKeyInfo.load(private.private_bytes(*kinds)), _time_certificate(private)
    stamper = DummyTimeStamper(certificate, key, SimpleCertificateStore(), fixed_dt=NOON)
    taken: list[bytes] = []

    class Service(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            taken.append(asked)
            answer = asyncio.run(stamper.async_request_tsa_response(tsp.TimeStampReq.load(asked))).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", taken
    server.shutdown()
    server.server_close()


def test_a_time_stamp_of_a_service_is_in_the_signature_and_both_signatures_hold(
    time_service: tuple[str, list[bytes]],
) -> None:
    address, taken = time_service
    pdf = prepared()
    for capacity in ("advisor", "client"):
        request = SigningRequest(capacity, NAMES[capacity], "I sign.", "password", NOON + timedelta(minutes=1))  # type: ignore[index,arg-type]
        pdf = LocalSigner(CEDAR, address).sign(pdf, request)
    assert taken and all(tsp.TimeStampReq.load(one)["message_imprint"]["hash_algorithm"]["algorithm"].native == "sha256"
                         for one in taken)  # fmt: skip
    for one in PdfFileReader(BytesIO(pdf)).embedded_signatures:
        token = one.signer_info["unsigned_attrs"][0]
        assert token["type"].native == "signature_time_stamp_token"
        stamped = token["values"][0]["content"]["encap_content_info"]["content"].parsed
        assert stamped["gen_time"].native == NOON
    assert check(pdf).ok, check(pdf).sentences
    assert not check(flipped(pdf, spaces(pdf)[0][0] + 2000)).ok


def test_nothing_is_signed_where_the_time_stamp_service_is_silent() -> None:
    request = SigningRequest("advisor", "Ana Ortiz", "I sign.", "password", NOON)
    with pytest.raises(NoTimeStamp, match="did not answer"):
        LocalSigner(CEDAR, "http://127.0.0.1:9/").sign(prepared(), request)
