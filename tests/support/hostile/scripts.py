"""Texts that name other files or the network, under names of clips and stills."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.support.hostile.boxes import box, full_box, movie_of_jpegs
from tests.support.hostile.case import Case, data_case

_NAMES = (".mp4", ".mov", ".avi", ".mkv", ".ts", ".jpg")
_XML = '<?xml version="1.0"?>\n'


@dataclass(frozen=True, slots=True)
class Bait:
    """What nobody may open or call: ``sibling`` lies beside the scripts, ``file`` elsewhere, ``port`` listens."""

    sibling: str
    file: str
    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bait.mp4"


def script_cases(bait: Bait) -> Iterator[Case]:
    """Yield every script under every name."""
    for kind, text in _scripts(bait).items():
        for suffix in _NAMES:
            # Text under the name .ts is taken for TypeScript and passed over.
            yield data_case("script", f"{kind}{suffix}", text.encode(), silent=suffix == ".ts")
    yield from _references(bait)


def _scripts(bait: Bait) -> Mapping[str, str]:
    url, file, sibling = bait.url, bait.file, bait.sibling
    hls = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:4\n"
    sdp = f"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {bait.port} "
    return {
        "hls-http": f"{hls}#EXTINF:4,\n{url}\n#EXT-X-ENDLIST\n",
        "hls-file": f"{hls}#EXTINF:4,\nfile://{file}\n#EXT-X-ENDLIST\n",
        "hls-sibling": f"{hls}#EXTINF:4,\n{sibling}\n#EXT-X-ENDLIST\n",
        "hls-live": f"{hls}#EXTINF:4,\n{url}\n",
        "hls-key": f'{hls}#EXT-X-KEY:METHOD=AES-128,URI="{url}"\n#EXTINF:4,\n{sibling}\n#EXT-X-ENDLIST\n',
        "hls-master": f"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{url}\n",
        "concat-sibling": f"ffconcat version 1.0\nfile {sibling}\n",
        "concat-file": f"ffconcat version 1.0\nfile '{file}'\n",
        "concat-http": f"ffconcat version 1.0\nfile '{url}'\n",
        "concat-subfile": f"ffconcat version 1.0\nfile 'subfile,,start,0,end,99,,:{file}'\n",
        "concat-bom": f"\ufeffffconcat version 1.0\nfile {sibling}\n",
        "sdp-udp": f"{sdp}RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "sdp-tcp": f"{sdp}TCP/RTP/AVP 96\n",
        "dash": f'{_XML}<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><BaseURL>{url}</BaseURL></Period></MPD>',
        "smil": f'<smil><body><video src="{url}"/></body></smil>',
        "asx": f'<asx version="3.0"><entry><ref href="{url}"/></entry></asx>',
        "pls": f"[playlist]\nFile1={url}\nNumberOfEntries=1\n",
        "ram": f"{url}\n",
        "xspf": f"{_XML}<playlist><trackList><track><location>{url}</location></track></trackList></playlist>",
        "qtl": f'{_XML}<?quicktime type="application/x-quicktime-media-link"?><embed src="{url}"/>',
        "svg-image": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}"/></svg>',
        "svg-xxe": f'{_XML}<!DOCTYPE s [<!ENTITY x SYSTEM "file://{file}">]><svg>&x;</svg>',
        "xxe-http": f'{_XML}<!DOCTYPE s [<!ENTITY x SYSTEM "{url}">]><svg>&x;</svg>',
        "avisynth": f'AVISource("{file}")\n',
        "vapoursynth": f'import vapoursynth\nopen("{file}").read()\n',
        "imf": f"{_XML}<CompositionPlaylist><Asset><Path>{file}</Path></Asset></CompositionPlaylist>",
        "html": f'<html><body><video src="{url}" autoplay></video></body></html>',
        "url": f"[InternetShortcut]\nURL={url}\n",
    }


def _references(bait: Bait) -> Iterator[Case]:
    """Yield true containers that refer to other files."""
    jpeg = b"\xff\xd8\xff\xd9"
    for kind, content in (
        (b"url ", bait.url.encode() + b"\0"),
        (b"url ", f"file://{bait.file}".encode() + b"\0"),
        (b"alis", bytes(10) + bait.file.encode().ljust(200, b"\0")),
        (b"rsrc", bait.file.encode() + b"\0"),
        (b"urn ", b"urn:x\0" + bait.url.encode() + b"\0"),
    ):
        dref = full_box(b"dref", b"\0\0\0\x01", full_box(kind, content))
        name = f"dref-{kind.decode().strip()}-{len(content)}.mov"
        yield data_case("script", name, movie_of_jpegs([jpeg], (64, 64), references=dref))
    link = box(b"rmra", box(b"rmda", full_box(b"rdrf", b"url ", b"\0\0\0\x40", bait.url.encode().ljust(64, b"\0"))))
    yield data_case("script", "rmra.mov", movie_of_jpegs([jpeg], (64, 64), extra=link))
    yield data_case("script", "rmra-alone.mov", box(b"moov", link))
    data_url = base64.b64encode(b"#EXTM3U\n" + bait.url.encode()).decode()
    yield data_case("script", "data-url.mp4", f"data:application/x-mpegurl;base64,{data_url}".encode())
    gab2 = b"GAB2\0\x02\0" + b"\0\0\0\0" + b"\x04\0" + f"#EXTM3U\n#EXTINF:1,\n{bait.url}\n".encode()
    chunk = b"01tx" + len(gab2).to_bytes(4, "little") + gab2
    movi = b"LIST" + (4 + len(chunk)).to_bytes(4, "little") + b"movi" + chunk
    yield data_case("script", "gab2.avi", b"RIFF" + (4 + len(movi)).to_bytes(4, "little") + b"AVI " + movi)
