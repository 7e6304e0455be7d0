"""XMP packets (ISO 16684-1): from bytes to a tree and to values, and back.

What is read here was written by strangers: a packet with a document type is refused before any entity of it could be
expanded, and so is one that is too long or nested too deep.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from core.values import dataclass

PREFIXES: Mapping[str, str] = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "xmpDM": "http://ns.adobe.com/xmp/1.0/DynamicMedia/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "lr": "http://ns.adobe.com/lightroom/1.0/",
    "digiKam": "http://www.digikam.org/ns/1.0/",
    "slatebook": "http://ns.slatebook.example/1.0/",  # RFC 2606 keeps .example free: no one else can come to own it
}
"""The namespaces we write, by the prefix under which they go."""

LIMIT = 8 << 20
"""The longest packet that is read, in bytes."""

_DEEPEST = 40
_TREES_AT_ONCE = 200_000
_WRAPPERS = frozenset({"{adobe:ns:meta/}xmpmeta", "{adobe:ns:meta/}xapmeta"})
_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="w"?>\n'


def name(short: str) -> str:
    """Return ``prefix:local`` as ElementTree spells it; raises KeyError for a prefix we do not write."""
    prefix, _, local = short.partition(":")
    return f"{{{PREFIXES[prefix]}}}{local}"


_RDF, _DESCRIPTION, _LI, _VALUE = (name(f"rdf:{local}") for local in ("RDF", "Description", "li", "value"))
_ABOUT, _RESOURCE, _PARSE_TYPE = (name(f"rdf:{local}") for local in ("about", "resource", "parseType"))
_LANG = name("xml:lang")
_CONTAINERS = {name(f"rdf:{kind}"): kind for kind in ("Bag", "Seq", "Alt")}
DEFAULT_LANGUAGE = "x-default"


@dataclass(frozen=True, slots=True)
class Items:
    """An array: ``kind`` is Bag (no order), Seq (in order) or Alt (one of them)."""

    kind: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in several languages, by the language's tag in lower case."""

    by_language: tuple[tuple[str, str], ...]

    @property
    def best(self) -> str:
        """The default, else the first."""
        return dict(self.by_language).get(DEFAULT_LANGUAGE, self.by_language[0][1] if self.by_language else "")


@dataclass(frozen=True, slots=True)
class Struct:
    """Named values, in the order of their names."""

    fields: tuple[tuple[str, Value], ...]

    def get(self, short: str) -> Value | None:
        return dict(self.fields).get(name(short))


Value = str | Items | Texts | Struct


def text(value: str) -> Texts:
    """Return a text that says nothing of its language."""
    return Texts(((DEFAULT_LANGUAGE, value),))


def bag(*values: Value) -> Items:
    return Items("Bag", values)


def seq(*values: Value) -> Items:
    return Items("Seq", values)


def struct(fields: Mapping[str, Value]) -> Struct:
    """Return the struct of ``fields`` by short name, without those that say nothing."""
    told = [(name(short), value) for short, value in fields.items() if says_something(value)]
    return Struct(tuple(sorted(told, key=lambda field: field[0])))


def says_something(value: Value) -> bool:
    """Whether there is anything in ``value``."""
    match value:
        case str():
            return bool(value)
        case Items():
            return bool(value.values)
        case Struct():
            return bool(value.fields)
        case Texts():
            return any(words for _, words in value.by_language)


def legal(value: str) -> str:
    """Return ``value`` with U+FFFD for what XML 1.0 cannot hold."""
    return _ILLEGAL.sub("\ufffd", value)


def as_read(value: Value) -> Value:
    """Return ``value`` as it is read back once it was written."""
    match value:
        case str():
            return legal(value)
        case Texts():
            return Texts(tuple((language, legal(words)) for language, words in value.by_language))
        case Items():
            return Items(value.kind, tuple(as_read(item) for item in value.values))
        case Struct():
            return Struct(tuple((key, as_read(field)) for key, field in value.fields))


# reading --------------------------------------------------------------------------------------------------------
class _Builder(ET.TreeBuilder):
    """Builds a tree with its comments, within bounds; knows under which prefixes namespaces went."""

    def __init__(self) -> None:
        super().__init__(insert_comments=True, insert_pis=True)
        self.prefixes: dict[str, str] = {}
        self._depth = self._count = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise ValueError("it declares a document type, which a sidecar has no use for")

    def start_ns(self, prefix: str, uri: str) -> None:
        self.prefixes.setdefault(uri, prefix)

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > _TREES_AT_ONCE:
            raise ValueError("it is nested too deep or has too many parts")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


class Packet:
    """A packet as a tree that can be read, added to and written; what is not touched stays as it was.

    Raises ValueError, which says why, where ``data`` is none: not well-formed, of an unknown shape, about several
    things, too long, or hostile.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > LIMIT:
            raise ValueError(f"it is longer than {LIMIT >> 20} MiB")
        builder = _Builder()
        try:
            parser = ET.XMLParser(target=builder)
            parser.feed(data)
            self._root = parser.close()
        except ET.ParseError as error:
            raise ValueError(f"it is not well-formed XML ({error})") from None
        except (LookupError, UnicodeError):
            raise ValueError("it is in an encoding that is not known") from None
        self._prefixes = {uri: prefix for prefix, uri in PREFIXES.items()} | builder.prefixes
        self._rdf = _rdf_of(self._root)
        self._about = _about_of(self._rdf)

    def properties(self) -> dict[str, Value]:
        """Return what the packet says, by full name; what has no meaning in XMP is left out."""
        found: dict[str, Value] = {}
        for description in self._descriptions():
            for key, value in _fields_of(description):
                found.setdefault(key, value)
        return found

    def has(self, key: str) -> bool:
        """Whether something goes by ``key``, even where it makes no sense."""
        return any(key in each.attrib or each.find(key) is not None for each in self._descriptions())

    def put(self, key: str, value: Value) -> None:
        """Set the property ``key`` to ``value``, in the place of whatever it was."""
        self.drop(key)
        self._own_description().append(_element(key, value))

    def drop(self, key: str) -> None:
        for description in self._descriptions():
            description.attrib.pop(key, None)
            for child in description.findall(key):
                description.remove(child)

    def extend(self, key: str, items: tuple[Value, ...]) -> None:
        """Add ``items`` to the array that goes by ``key``; raises KeyError where there is none."""
        for description in self._descriptions():
            for container in description.findall(f"{key}/*"):
                if container.tag in _CONTAINERS:
                    container.extend(_item(item) for item in items)
                    return
        raise KeyError(key)

    def to_bytes(self) -> bytes:
        """Return the packet as UTF-8, under the prefixes it came with."""
        return (_HEAD + serialized(self._root, self._prefixes) + _TAIL).encode("utf-8")

    def _descriptions(self) -> list[ET.Element]:
        return self._rdf.findall(_DESCRIPTION)

    def _own_description(self) -> ET.Element:
        found = self._descriptions()
        return found[-1] if found else ET.SubElement(self._rdf, _DESCRIPTION, {_ABOUT: self._about})


def _rdf_of(root: ET.Element) -> ET.Element:
    if root.tag == _RDF:
        return root
    found = root.findall(_RDF) if root.tag in _WRAPPERS else []
    if len(found) != 1:
        raise ValueError("it is XML, but no XMP packet")
    return found[0]


def _about_of(rdf: ET.Element) -> str:
    if any(isinstance(child.tag, str) and child.tag != _DESCRIPTION for child in rdf):
        raise ValueError("it holds RDF of a shape that XMP does not have")
    abouts = {child.get(_ABOUT, child.get("about", "")) for child in rdf.findall(_DESCRIPTION)}
    if len(abouts - {""}) > 1:
        raise ValueError("it speaks of more than one file")
    return max(abouts, default="")


def _fields_of(element: ET.Element) -> Iterator[tuple[str, Value]]:
    """Yield the properties of a description or struct: those written as attributes, then the others."""
    for key, value in element.attrib.items():
        if key.startswith("{") and not key.startswith((f"{{{PREFIXES['rdf']}}}", f"{{{PREFIXES['xml']}}}")):
            yield key, value
    for child in element:
        if isinstance(child.tag, str) and (inner := _value_of(child)) is not None:
            yield child.tag, inner


def _value_of(element: ET.Element) -> Value | None:
    """Return the value of a property or array item; None where XMP gives it no meaning."""
    children = [child for child in element if isinstance(child.tag, str)]
    parse_type = element.get(_PARSE_TYPE)
    if parse_type == "Resource":
        return _struct_of(element)
    if parse_type is not None or len(children) > 1:
        return None
    if children:
        (child,) = children
        if child.tag in _CONTAINERS:
            return _items_of(child)
        return _struct_of(child) if child.tag == _DESCRIPTION else None
    if _RESOURCE in element.attrib:
        return element.attrib[_RESOURCE]
    if any(_fields_of(element)):
        return _struct_of(element)
    return "".join(element.itertext())


def _struct_of(element: ET.Element) -> Value | None:
    """Return a struct, or, where it is a value with qualifiers, the value."""
    plain = element.find(_VALUE)
    if plain is not None:
        return _value_of(plain)
    return Struct(tuple(sorted(_fields_of(element), key=lambda field: field[0])))


def _items_of(container: ET.Element) -> Items | Texts:
    kind = _CONTAINERS[str(container.tag)]
    items = container.findall(_LI)
    if kind == "Alt" and items and all(_LANG in item.attrib and not len(item) for item in items):
        return Texts(tuple((item.attrib[_LANG].lower(), item.text or "") for item in items))
    return Items(kind, tuple(value for item in items if (value := _value_of(item)) is not None))


# writing --------------------------------------------------------------------------------------------------------
def new_packet(properties: Mapping[str, Value]) -> bytes:
    """Return a packet that says ``properties``, which go by full name and hold nothing that is not legal in XML."""
    root = ET.Element(name("x:xmpmeta"))
    description = ET.SubElement(ET.SubElement(root, _RDF), _DESCRIPTION, {_ABOUT: ""})
    description.extend(_element(key, value) for key, value in properties.items())
    ET.indent(root, " ")
    prefixes = {uri: prefix for prefix, uri in PREFIXES.items()}
    return (_HEAD + serialized(root, prefixes) + _TAIL).encode("utf-8")


def _element(tag: str, value: Value) -> ET.Element:
    element = ET.Element(tag)
    match value:
        case str():
            element.text = value
        case Texts():
            alternatives = ET.SubElement(element, name("rdf:Alt"))
            for language, words in value.by_language:
                ET.SubElement(alternatives, _LI, {_LANG: language}).text = words
        case Items():
            container = ET.SubElement(element, name(f"rdf:{value.kind}"))
            container.extend(_item(item) for item in value.values)
        case Struct():
            element.set(_PARSE_TYPE, "Resource")
            element.extend(_element(key, field) for key, field in value.fields)
    return element


def _item(value: Value) -> ET.Element:
    return _element(_LI, value)


def serialized(root: ET.Element, prefixes: Mapping[str, str]) -> str:
    """Return ``root`` as XML, every namespace declared on it under its prefix of ``prefixes`` (by namespace)."""
    names = _Names(prefixes)
    pieces: list[str] = []
    _write(root, names, pieces)
    body = "".join(pieces)
    end_of_tag = len(names.short(str(root.tag))) + 1
    declared = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for uri, prefix in names.used.items())
    return body[:end_of_tag] + declared + body[end_of_tag:]


class _Names:
    """Short names, each namespace under a prefix of its own."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self._short: dict[str, str] = {}
        self.used: dict[str, str] = {}

    def short(self, full: str) -> str:
        known = self._short.get(full)
        if known is None:
            known = self._short[full] = self._shortened(full) if full.startswith("{") else full
        return known

    def _shortened(self, full: str) -> str:
        uri, _, local = full[1:].rpartition("}")
        if uri == PREFIXES["xml"]:
            return f"xml:{local}"
        if uri not in self.used:
            wished = self._prefixes.get(uri) or "ns0"
            self.used[uri] = wished if wished not in self.used.values() else self._other_than(wished)
        return f"{self.used[uri]}:{local}"

    def _other_than(self, wished: str) -> str:
        return next(new for number in range(1, 1000) if (new := f"{wished}{number}") not in self.used.values())


def _write(element: ET.Element, names: _Names, out: list[str]) -> None:
    kind: object = element.tag  # a function, for what is no element
    if kind is ET.Comment:
        out.append(f"<!--{element.text}-->")
    elif kind is ET.ProcessingInstruction:
        out.append(f"<?{element.text}?>")
    else:
        tag = names.short(element.tag)
        attributes = "".join([f" {names.short(key)}={quoteattr(value)}" for key, value in element.attrib.items()])
        out.append(f"<{tag}{attributes}>{_escaped(element.text)}")
        for child in element:
            _write(child, names, out)
        out.append(f"</{tag}>")
    out.append(_escaped(element.tail))


def _escaped(value: str | None) -> str:
    return escape(value).replace("\r", "&#13;") if value else ""
