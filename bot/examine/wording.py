"""Every rule that is checked, by the id it has in our list of GB/T 9704-2012, and what each finding may say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

RULES: Mapping[str, Mapping[str, frozenset[str]]] = {
    rule: {case.split(":")[0]: frozenset(case.partition(":")[2].split(",")) - {""} for case in cases.split()}
    for rule, cases in {
        # the page
        "P1": "size:width,height",
        "P2": "top:size left:size",
        "P3": "right:size bottom:size",
        "P4": "loose:pitch lines:pitch,lines",
        "P5": "cells:cells",
        "P6": "pitch:pitch spacing:spacing",
        "P7": "color:color marked",
        "P8": "gutter",
        # faces and sizes
        "F1": "face:face size:size bold",
        "F2": "face:face size:size",
        "F3": "face:face size:size bold",
        "F4": "face:face size:size bold",
        "F5": "face:face size:size",
        "F6": "face:face size:size",
        "F7": "face:face",
        "F8": "theme none",
        "F9": "hint",
        # paragraphs
        "A1": "indent:cells left:cells blanks",
        "A2": "align:align",
        "A3": "space:before,after",
        "A4": "widow keep",
        "A5": "space",
        "A6": "kinsoku",
        "A7": "wrap",
        # the structure
        "T1": "missing align:align",
        "T2": "orphan:line",
        "T3": "blanks:count",
        "T4": "pitch:pitch",
        "T5": "mark:mark",
        "T6": "indent colon blank:count",
        "N1": "first:mark next:mark,before parent:mark",
        "N2": "mark:mark",
        "N3": "end:mark",
        "N4": "word:word",
        "X1": "lead:lead end:mark indent:cells blank turnover numbers",
        "X2": "page face:face size:size indent line:line",
        "D1": "place:name,date blank missing",
        "D2": "place:name,date",
        "D3": "place:name,date",
        "D4": "form:date unreal:date missing",
        "D5": "words",
        "D6": "place",
        "D7": "brackets indent:cells",
        "G1": "form:number",
        "Q1": "missing form:form side:side even indent distance",
        "Q2": "restart",
        "C1": "face:face size:size colon rules thick:size printed",
        # the text
        "L1": "mark:mark bracket quote blank",
        "L2": "digit:digit",
        "L3": "year:year range:range",
        "L4": "mark:mark",
        "L5": "mark:mark",
        "L6": "mark:mark",
        "L8": "left",
        "L9": "bold",
    }.items()
}
"""Rule → case → the places its sentence may use."""

PLACES: Mapping[str, frozenset[str]] = {
    key: frozenset(facts.split())
    for key, facts in {
        "paragraph": "number quote",
        "table": "quote",
        "page": "",
        "footer": "",
        "file": "",
        "between": "",
        "and": "",
        "many": "places count",
        "align_left": "",
        "align_center": "",
        "align_right": "",
        "align_both": "",
        "align_distribute": "",
        "align_off": "",
        "pitch_fixed": "figure",
        "pitch_least": "figure",
        "pitch_lines": "figure",
        "face_theme": "",
        "face_none": "",
    }.items()
}
"""How a place, and the few figures that need words, are put."""

SAYINGS: Mapping[str, frozenset[str]] = {
    key: frozenset(facts.split())
    for key, facts in {
        "good": "count",
        "found": "count",
        "line": "number name id place found wanted",
        "more": "count",
        "refused_empty": "",
        "refused_too_large": "",
        "refused_too_long": "",
        "refused_old": "",
        "refused_encrypted": "",
        "refused_pdf": "",
        "refused_rtf": "",
        "refused_image": "",
        "refused_text": "",
        "refused_archive": "",
        "refused_odt": "",
        "refused_not_word": "",
        "refused_unknown": "",
        "refused_macros": "",
        "refused_bomb": "",
        "refused_broken": "",
        "refused_broken_xml": "",
        "refused_doctype": "",
        "refused_incomplete": "",
        "refused_nothing": "",
    }.items()
}
"""What is said around the findings, and instead of them."""


@dataclass(frozen=True, slots=True)
class RuleWords:
    """How a rule is named, what it wants, and how each case of breaking it is told."""

    name: str
    wanted: str
    cases: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of a report on a file; the rules in the order they are told."""

    rules: Mapping[str, RuleWords]
    places: Mapping[str, str]
    sayings: Mapping[str, str]
