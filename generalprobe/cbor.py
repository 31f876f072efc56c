"""Values as Pagefind's files hold them: numbers, texts and lists as CBOR (RFC 8949). Pure."""

from __future__ import annotations

from typing import Any

NUMBER, NEGATIVE, TEXT, LIST = 0x00, 0x20, 0x60, 0x80
"""The kinds of value, as the first byte of each says it."""
_KIND, _SIZE = 0xE0, 0x1F


def packed(value: Any) -> bytes:
    """A value as bytes."""
    if isinstance(value, int):
        return head(NUMBER, value) if value >= 0 else head(NEGATIVE, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return head(TEXT, len(text)) + text
    return head(LIST, len(value)) + b"".join(map(packed, value))


def head(kind: int, number: int) -> bytes:
    """How a value of some kind begins: with a number, or with how long it is."""
    if number < 24:
        return bytes((kind | number,))
    size = next(size for size in (1, 2, 4, 8) if number < 1 << 8 * size)
    return bytes((kind | 23 + size.bit_length(),)) + number.to_bytes(size, "big")


def unpacked(data: bytes, at: int = 0) -> tuple[Any, int]:
    """The value that begins at a place, and where it ends. Raises ValueError where none does."""
    kind, number, at = unpacked_head(data, at)
    if kind == TEXT:
        return data[at : at + number].decode(), at + number
    if kind != LIST:
        return (number if kind == NUMBER else -1 - number), at
    values = []
    for _ in range(number):
        value, at = unpacked(data, at)
        values.append(value)
    return values, at


def unpacked_head(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind and the number with which a value begins, and where that ends."""
    if at >= len(data):
        raise ValueError("not whole")
    kind, number = data[at] & _KIND, data[at] & _SIZE
    if kind not in (NUMBER, NEGATIVE, TEXT, LIST) or number > 27:
        raise ValueError("a kind that Pagefind does not write")
    if number < 24:
        return kind, number, at + 1
    end = at + 1 + (1 << number - 24)
    return kind, int.from_bytes(data[at + 1 : end], "big"), end
