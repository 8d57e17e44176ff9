"""What formatting takes effect: document defaults, styles upon styles, numbering, and what stands on the spot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bot.examine.model import THEME

Props = dict[str, dict[str, str]]
"""Properties by name, each with its attributes: {"sz": {"val": "32"}}."""

_PARTWISE = {"rFonts", "ind", "spacing", "numPr"}
"""Properties whose attributes are inherited one by one."""

_STYLES_DEEP = 20
_OFF = {"0", "false", "off", "none"}


def props(element: Element | None) -> Props:
    """Read pPr or rPr; of a numbering, what list and level it asks for."""
    return {} if element is None else {child.tag: _attributes(child) for child in element}


def _attributes(element: Element) -> dict[str, str]:
    if element.tag == "numPr":
        return {child.tag: child.get("val", "") for child in element}
    return dict(element.attrib)


def over(*layers: Props) -> Props:
    """Lay properties over each other; the last one counts."""
    result: Props = {}
    for layer in layers:
        for name, given in layer.items():
            result[name] = _joined(result.get(name, {}), given) if name in _PARTWISE else given
    return result


def _joined(base: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Inherit attributes; a face displaces a theme's and a theme's a face, an indent a hanging one."""
    gone = {name.removesuffix("Theme") if name.endswith("Theme") else f"{name}Theme" for name in given}
    if any(name.startswith("firstLine") for name in given):
        gone |= {"hanging", "hangingChars"}
    if any(name.startswith("hanging") for name in given):
        gone |= {"firstLine", "firstLineChars"}
    return {name: value for name, value in base.items() if name not in gone} | dict(given)


def val(given: Props, name: str, default: str = "") -> str:
    """Give the value of a property, `default` where it is absent."""
    return given.get(name, {}).get("val", default)


def switch(given: Props, name: str) -> bool | None:
    """Read a property that is on or off; None where it is absent."""
    return given[name].get("val", "1") not in _OFF if name in given else None


def number(given: Mapping[str, str], name: str) -> float:
    """Read a number; 0 where there is none, or nonsense."""
    try:
        found = float(given.get(name, "0").removesuffix("pt"))
    except ValueError:
        return 0
    return found if abs(found) < 10**6 else 0


def face(fonts: Mapping[str, str], which: str) -> str:
    """Name the face of hanzi ("eastAsia") or of Latin letters ("ascii")."""
    theme = fonts.get(f"{which}Theme") or (fonts.get("asciiTheme") if which == "ascii" else None)
    return THEME if theme else fonts.get(which, "").strip()


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written: what it is based on, and its own properties."""

    base: str
    para: Props
    run: Props


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a file and its defaults."""

    para_default: Props = field(default_factory=dict)
    run_default: Props = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    normal: str = ""

    def para(self, id_: str) -> Props:
        """Give the paragraph properties of a style, defaults and bases included."""
        return over(self.para_default, *(style.para for style in self._chain(id_ or self.normal)))

    def run(self, id_: str) -> Props:
        """Give the run properties of a paragraph style, defaults and bases included."""
        return over(self.run_default, *(style.run for style in self._chain(id_ or self.normal)))

    def character(self, id_: str) -> Props:
        """Give the run properties of a character style."""
        return over(*(style.run for style in self._chain(id_))) if id_ else {}

    def _chain(self, id_: str) -> list[Style]:
        chain: list[Style] = []
        while id_ in self.styles and len(chain) < _STYLES_DEEP:
            chain.append(self.styles[id_])
            id_ = chain[-1].base
        return chain[::-1]


def read_styles(root: Element | None) -> Styles:
    """Read styles.xml; a file without one has Word's own defaults."""
    if root is None:
        return Styles()
    found: dict[str, Style] = {}
    normal = ""
    for style in root.iter("style"):
        id_ = style.get("styleId", "")
        base = style.find("basedOn")
        own = Style(base.get("val", "") if base is not None else "", props(style.find("pPr")), props(style.find("rPr")))
        found[id_] = own
        if style.get("type") == "paragraph" and style.get("default", "0") not in _OFF:
            normal = id_
    return Styles(
        props(root.find("docDefaults/pPrDefault/pPr")), props(root.find("docDefaults/rPrDefault/rPr")), found, normal
    )
