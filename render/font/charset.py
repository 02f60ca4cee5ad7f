"""Prints the code points of the built-in fonts, one a line in hexadecimal.

GB 2312-80 (Python's codec) + 通用规范汉字表 of 2013 (Unihan kTGH) + the blocks of
Latin, digits, punctuation and signs that budget tables and the value language use.
"""

import bz2

UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

BLOCKS = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 Supplement, Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels
    (0x0370, 0x03FF),  # Greek
    (0x2000, 0x206F),  # General Punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # letterlike symbols, number forms: ℃ № Ⅰ ⅓
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators: ≥ ≤ ≧ ≦ ≠ ≈ √
    (0x2460, 0x24FF),  # enclosed alphanumerics: ① ⑴ ⒈
    (0x2500, 0x257F),  # box drawing: ═ used as an equals sign
    (0x25A0, 0x27BF),  # shapes, ★, ☑, ✓
    (0x2A7D, 0x2A7E),  # ⩽ ⩾
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0x3200, 0x33FF),  # ㈠ ㎡ ㎥ ㎏
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE6F),  # compatibility and small forms: ﹦ ﹪
    (0xFF00, 0xFFEF),  # full-width forms
]


def gb2312():
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def general_standard():
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        found = [int(l.split("\t")[0][2:], 16) for l in lines if "\tkTGH\t" in l]
    assert len(found) == 8105, f"通用规范汉字表 has 8105 characters, {UNIHAN} {len(found)}"
    return found


wanted = {c for first, last in BLOCKS for c in range(first, last + 1)}
wanted.update(gb2312(), general_standard())
for c in sorted(wanted):
    print(f"{c:04X}")
