"""Made pages of letters, reports, contracts and forms: the truth is exact because it is drawn."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import Image

from labels import HEIGHT, WIDTH
from marks import checkbox, handwriting, signature, stamp
from sheet import POINT, SCALE, Box, Sheet, amount, around, date, word, words

PAGE_WIDTH, PAGE_HEIGHT = WIDTH * SCALE, HEIGHT * SCALE


def page(seed: int) -> Sheet:
    """A page that depends on the seed alone."""
    rng = random.Random(seed)
    sheet = Sheet(rng)
    (form_page if rng.random() < 0.3 else text_page)(sheet)
    if rng.random() < 0.15:
        x, y = rng.uniform(0.05, 0.7) * PAGE_WIDTH, rng.uniform(0.02, 0.85) * PAGE_HEIGHT
        sheet.mark("stamp", stamp(sheet, x, y))
    return sheet


def text_page(sheet: Sheet) -> None:
    rng = sheet.rng
    margin = rng.uniform(40, 90) * POINT
    top = running_text(sheet, margin, "page-header", rng.uniform(18, 40) * POINT) if rng.random() < 0.5 else 0.0
    top = max(top + 14 * POINT, rng.uniform(36, 90) * POINT)
    foot = PAGE_HEIGHT - rng.uniform(30, 56) * POINT
    if rng.random() < 0.7:
        running_text(sheet, margin, "page-footer", foot)
    bottom = foot - rng.uniform(8, 20) * POINT
    if rng.random() < 0.3:
        bottom = footnotes(sheet, margin, bottom)
    if rng.random() < 0.35:
        top = title(sheet, margin, top)
    if rng.random() < 0.1:
        bottom = top + rng.uniform(0.15, 0.8) * (bottom - top)
    if rng.random() < 0.22:
        gutter = rng.uniform(14, 30) * POINT
        middle = PAGE_WIDTH / 2
        column(sheet, margin * 0.8, middle - gutter / 2, top, bottom)
        column(sheet, middle + gutter / 2, PAGE_WIDTH - margin * 0.8, top, bottom)
    else:
        column(sheet, margin, PAGE_WIDTH - margin, top, bottom)


Element = Callable[[Sheet, float, float, float], float]


def column(sheet: Sheet, left: float, right: float, y: float, bottom: float) -> None:
    """Fills a column with elements; what would reach below the bottom is taken away again."""
    rng = sheet.rng
    elements: list[tuple[Element, float]] = [
        (paragraph, 9), (section_header, 3), (bullet_list, 3), (table, 2.6), (picture, 0.7), (signatures, 1.2),
        (checkbox_lines, 0.8), (note_by_hand, 0.5), (label_lines, 0.7),
    ]
    favourites = [weight * rng.choice((0.3, 1, 1, 3)) for _, weight in elements]
    gap = rng.uniform(5, 14) * POINT
    while y < bottom - 20 * POINT:
        element = rng.choices([element for element, _ in elements], favourites)[0]
        before, known = sheet.image.copy(), len(sheet.truth)
        y = element(sheet, left, right, y)
        if y > bottom:
            sheet.image.paste(before)
            del sheet.truth[known:]
            return
        y += gap * rng.uniform(0.7, 1.4)


def running_text(sheet: Sheet, margin: float, label: str, y: float) -> float:
    """A header or footer of one or two pieces; returns its bottom."""
    rng = sheet.rng
    size = rng.choice((7, 8, 9))
    number = rng.choice((str(rng.randint(1, 99)), f"Page {rng.randint(1, 9)} of {rng.randint(9, 40)}", f"- {rng.randint(1, 40)} -"))
    pieces = {"left": words(rng, rng.randint(2, 6)), "middle": number, "right": rng.choice((date(rng), number, words(rng, 3)))}
    places = rng.choice((("middle",), ("left", "right"), ("right",), ("left",), ("left", "middle", "right")))
    x = {"left": margin, "middle": PAGE_WIDTH / 2, "right": PAGE_WIDTH - margin}
    boxes = [sheet.text(x[place], y, pieces[place][:48], size, align=place) for place in places]
    for box in boxes:
        sheet.mark(label, box)
    if rng.random() < 0.3:
        edge = around(boxes)[3] + 4 * POINT if label == "page-header" else y - 4 * POINT
        sheet.line(margin, edge, PAGE_WIDTH - margin, edge, 0.5)
    return around(boxes)[3]


def footnotes(sheet: Sheet, margin: float, bottom: float) -> float:
    rng = sheet.rng
    size = rng.choice((6.5, 7, 8))
    count = rng.randint(1, 3)
    y = start = bottom - count * 2.4 * size * sheet.leading * POINT
    sheet.line(margin, y - 5 * POINT, margin + 110 * POINT, y - 5 * POINT, 0.5)
    for number in range(1, count + 1):
        box = sheet.block(margin, PAGE_WIDTH - margin, y, f"{number} {words(rng, rng.randint(6, 28))}.", size)
        if box[3] > bottom + 6 * POINT:
            sheet.draw.rectangle((0, y - 1, PAGE_WIDTH, box[3] + 2), fill=255)
            break
        sheet.mark("footnote", box)
        y = box[3] + 3 * POINT
    return start - 14 * POINT


def title(sheet: Sheet, margin: float, y: float) -> float:
    rng = sheet.rng
    text = words(rng, rng.randint(1, 7))
    text = text.upper() if rng.random() < 0.6 else text.title()
    size = sheet.size * rng.uniform(1.1, 2.2)
    box = sheet.block(margin, PAGE_WIDTH - margin, y, text, size, rng.random() < 0.8, rng.choice(("middle", "middle", "middle", "left")))
    return sheet.mark("title", box)[3] + rng.uniform(8, 24) * POINT


def section_header(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    number = rng.choice(("", f"{rng.randint(1, 19)}. ", f"{rng.randint(1, 9)}.{rng.randint(1, 9)} ", "ARTICLE " + rng.choice(("I", "II", "IV", "X")) + " ", "Section 3. "))
    text = words(rng, rng.randint(1, 6))
    text = number + (text.upper() if rng.random() < 0.4 else text.title())
    bold = rng.random() < 0.8
    align = "middle" if rng.random() < 0.2 else "left"
    box = sheet.block(left, right, y, text, sheet.size * rng.choice((1, 1, 1.15, 1.35)), bold, align)
    if not bold:
        sheet.line(box[0], box[3] + 2, box[2], box[3] + 2, 0.6)
    return sheet.mark("section-header", box)[3]


def paragraph(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    indent = rng.choice((0.0, 0.0, 24 * POINT))
    box = sheet.block(left, right, y, words(rng, rng.randint(4, 110)).capitalize() + ".", sheet.size, first=indent)
    return sheet.mark("text", box)[3]


def bullet_list(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    kind = rng.randrange(5)
    indent = rng.uniform(0, 36) * POINT
    hang = rng.uniform(12, 26) * POINT
    for number in range(rng.randint(2, 6)):
        marker = ("•", "-", f"({'abcdefg'[number]})", f"{number + 1}.", f"({('i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii')[number]})")[kind]
        head = sheet.text(left + indent, y, marker, sheet.size)
        body = sheet.block(left + indent + hang, right, y, words(rng, rng.randint(3, 40)) + ";", sheet.size)
        y = sheet.mark("list-item", around([head, body]))[3] + rng.uniform(2, 8) * POINT
    return y


def table(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    if rng.random() < 0.3:
        y = sheet.mark("caption", sheet.block(left, right, y, f"Table {rng.randint(1, 9)}. {words(rng, rng.randint(3, 12))}", sheet.size))[3] + 5 * POINT
    columns, rows = rng.randint(2, 7), rng.randint(2, 16)
    size = rng.choice((sheet.size, sheet.size - 1, 7))
    if rng.random() < 0.3:
        right = left + rng.uniform(0.5, 1) * (right - left)
    shares = [rng.uniform(1.5, 3), *(rng.uniform(0.7, 1.5) for _ in range(columns - 1))]
    edges = [left]
    for share in shares:
        edges.append(edges[-1] + share / sum(shares) * (right - left))
    numeric = [False, *(rng.random() < 0.7 for _ in range(columns - 1))]
    rules = rng.choice(("grid", "grid", "rows", "head", "none"))
    padding = rng.uniform(1.5, 5) * POINT
    boxes: list[Box] = []
    tops = [y]
    for row in range(rows):
        bold = row == 0 and rng.random() < 0.8 or row == rows - 1 and rng.random() < 0.3
        bottom = y + size * POINT
        for index in range(columns):
            x0, x1 = edges[index] + 3 * POINT, edges[index + 1] - 3 * POINT
            if row and index and rng.random() < 0.07:
                continue
            if numeric[index] and row:
                boxes.append(sheet.text(x1, y + padding, amount(rng), size, bold, "right"))
            else:
                text = words(rng, rng.randint(1, 2 if columns > 4 else 4))
                boxes.append(sheet.block(x0, x1, y + padding, text, size, bold, "left"))
            bottom = max(bottom, boxes[-1][3])
        y = bottom + padding
        tops.append(y)
    for number, top in enumerate(tops):
        if rules in ("grid", "rows") or rules == "head" and number in (0, 1, rows):
            sheet.line(left, top, right, top, 0.6)
    if rules == "grid":
        for edge in edges:
            sheet.line(edge, tops[0], edge, tops[-1], 0.6)
    ruled = rules in ("grid", "rows", "head")
    sheet.mark("table", (left, tops[0], right, tops[-1]) if ruled else around(boxes))
    return tops[-1]


def picture(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    width, height = rng.uniform(0.3, 0.9) * (right - left), rng.uniform(50, 180) * POINT
    x = left + rng.uniform(0, 1) * (right - left - width)
    box = (x, y, x + width, y + height)
    if rng.random() < 0.5:
        noise = Image.effect_noise((max(2, round(width / 12)), max(2, round(height / 12))), rng.uniform(30, 90))
        sheet.image.paste(noise.resize((round(width), round(height)), Image.Resampling.BICUBIC), (round(x), round(y)))
    else:
        sheet.line(x, y, x, y + height)
        sheet.line(x, y + height, x + width, y + height)
        bars = rng.randint(3, 10)
        for bar in range(bars):
            top = y + rng.uniform(0.05, 0.9) * height
            at = x + (bar + 0.2) * width / bars
            sheet.draw.rectangle((at, top, at + 0.6 * width / bars, y + height), fill=rng.randint(40, 200))
    sheet.mark("picture", box)
    if rng.random() < 0.6:
        text = f"Figure {rng.randint(1, 9)}: {words(rng, rng.randint(3, 14))}"
        return sheet.mark("caption", sheet.block(left, right, box[3] + 5 * POINT, text, sheet.size - 1))[3]
    return box[3]


def signatures(sheet: Sheet, left: float, right: float, y: float) -> float:
    """One or two blocks of party, line to sign on, name and title; not each is signed."""
    rng = sheet.rng
    bottom = y
    sides = rng.choice((1, 2))
    width = (right - left) / 2 - 12 * POINT
    for side in range(sides):
        x, at = left + side * (width + 24 * POINT), y
        at = sheet.mark("text", sheet.text(x, at, words(rng, rng.randint(1, 3)).upper(), sheet.size, True))[3] + rng.uniform(16, 30) * POINT
        by = sheet.text(x, at, rng.choice(("By:", "Signature:", "Sign", "X")), sheet.size)
        base = by[3] + 2 * POINT
        sheet.line(by[2] + 4 * POINT, base, x + width, base, 0.6)
        if rng.random() < 0.75:
            sheet.mark("signature", signature(sheet, by[2] + rng.uniform(6, 20) * POINT, base - 16 * POINT, width - 40 * POINT))
        at = base + 4 * POINT
        for label in ("Name:", "Title:", "Date:")[: rng.randint(0, 3)]:
            at = sheet.mark("text", sheet.text(x, at, f"{label} {words(rng, 2).title()}", sheet.size))[3] + 4 * POINT
        bottom = max(bottom, at)
    return bottom


def checkbox_lines(sheet: Sheet, left: float, right: float, y: float) -> float:
    rng = sheet.rng
    side = rng.uniform(6.5, 12) * POINT
    for _ in range(rng.randint(1, 6)):
        checkbox(sheet, left, y, side)
        box = sheet.block(left + side + 5 * POINT, right, y, words(rng, rng.randint(1, 16)), sheet.size)
        y = max(sheet.mark("text", box)[3], y + side) + rng.uniform(3, 8) * POINT
    return y


def note_by_hand(sheet: Sheet, left: float, right: float, y: float) -> float:
    size = sheet.rng.uniform(9, 18) * POINT
    boxes = []
    for _ in range(sheet.rng.randint(1, 3)):
        boxes.append(handwriting(sheet, left, y, sheet.rng.uniform(0.2, 0.9) * (right - left), size))
        y += 1.5 * size
    return sheet.mark("handwriting", around(boxes))[3]


def label_lines(sheet: Sheet, left: float, right: float, y: float) -> float:
    """'Label: ______', empty, typed in or written in by hand."""
    rng = sheet.rng
    for _ in range(rng.randint(1, 5)):
        label = sheet.text(left, y, words(rng, rng.randint(1, 3)).capitalize() + ":", sheet.size)
        x0, x1 = label[2] + 4 * POINT, min(right, label[2] + rng.uniform(80, 260) * POINT)
        if x1 - x0 < 30 * POINT:
            return y
        base = label[3] + 1.5 * POINT
        sheet.line(x0, base, x1, base, 0.5)
        entry(sheet, (x0, base - 13 * POINT, x1, base))
        y = base + rng.uniform(6, 12) * POINT
    return y


def entry(sheet: Sheet, box: Box) -> None:
    """A place for a value: marked, and filled in or left empty."""
    rng = sheet.rng
    sheet.mark("key-value-region", box)
    left, top, right, bottom = box
    size = min(10.0, (bottom - top) / POINT * 0.75)
    way = rng.random()
    if way < 0.45 and size > 4:
        right_aligned = rng.random() < 0.4
        text = rng.choice((amount(rng), word(rng).title(), date(rng)))
        sheet.text(right - 3 * POINT if right_aligned else left + 3 * POINT, bottom - size * 1.3 * POINT, text, size, align="right" if right_aligned else "left")
    elif way < 0.53 and right - left > 40 * POINT:
        height = min(bottom - top, 16 * POINT)
        sheet.mark("handwriting", handwriting(sheet, left + 3 * POINT, bottom - height, rng.uniform(0.3, 0.8) * (right - left), height * 0.9))


def form_page(sheet: Sheet) -> None:
    """Boxed cells as on a W-2 or numbered lines with a column of amounts as on a 1040, below a title."""
    rng = sheet.rng
    margin = rng.uniform(24, 54) * POINT
    y = title(sheet, margin, rng.uniform(20, 60) * POINT) if rng.random() < 0.7 else rng.uniform(24, 60) * POINT
    right = PAGE_WIDTH - margin
    top = y
    bottom = PAGE_HEIGHT - rng.uniform(30, 300) * POINT
    while y < bottom - 60 * POINT:
        y = (cells if rng.random() < 0.5 else amount_lines)(sheet, margin, right, y, bottom)
    sheet.mark("form", (margin, top, right, y))
    if y < PAGE_HEIGHT - 120 * POINT:
        column(sheet, margin, right, y + 14 * POINT, PAGE_HEIGHT - 50 * POINT)


def cells(sheet: Sheet, left: float, right: float, y: float, bottom: float) -> float:
    rng = sheet.rng
    small = rng.choice((5.5, 6, 7))
    for _ in range(rng.randint(2, 9)):
        height = rng.uniform(20, 46) * POINT
        if y + height > bottom:
            break
        count = rng.choice((1, 2, 2, 3, 4, 5))
        edges = sorted([left, right, *(left + rng.uniform(0.15, 0.85) * (right - left) for _ in range(count - 1))])
        for x0, x1 in zip(edges, edges[1:]):
            sheet.draw.rectangle((x0, y, x1, y + height), outline=sheet.ink, width=max(1, round(0.6 * POINT)))
            if x1 - x0 < 36 * POINT:
                continue
            label = sheet.block(x0 + 2 * POINT, x1 - 2 * POINT, y + 1 * POINT, words(rng, rng.randint(1, 5)).capitalize(), small)
            if rng.random() < 0.1:
                checkbox(sheet, x0 + 6 * POINT, y + height - 11 * POINT, 8 * POINT)
            elif y + height - label[3] > 9 * POINT:
                entry(sheet, (x0 + 1 * POINT, label[3] + 1 * POINT, x1 - 1 * POINT, y + height))
        y += height
    return y


def amount_lines(sheet: Sheet, left: float, right: float, y: float, bottom: float) -> float:
    rng = sheet.rng
    size = rng.choice((7, 7.5, 8))
    pitch = rng.choice((12, 12, 13, 16, 18)) * POINT
    width = rng.uniform(60, 90) * POINT
    number = rng.randint(1, 30)
    for _ in range(rng.randint(4, 16)):
        if y + pitch > bottom:
            break
        sheet.text(left, y + 1 * POINT, f"{number}", size, True)
        x = left + 20 * POINT
        if rng.random() < 0.15:
            for _ in range(rng.randint(1, 4)):
                checkbox(sheet, x, y + (pitch - 8 * POINT) / 2, 8 * POINT)
                x = sheet.text(x + 11 * POINT, y + 1 * POINT, words(rng, rng.randint(1, 3)), size)[2] + 8 * POINT
        else:
            x = sheet.text(x, y + 1 * POINT, words(rng, rng.randint(3, 9)).capitalize(), size)[2]
        if rng.random() < 0.85:
            box = (right - width, y, right, y + pitch)
            sheet.draw.rectangle(box, outline=sheet.ink, width=max(1, round(0.5 * POINT)))
            sheet.draw.rectangle((right - width - 18 * POINT, y, right - width, y + pitch), outline=sheet.ink, width=max(1, round(0.5 * POINT)))
            sheet.text(right - width - 9 * POINT, y + 1 * POINT, f"{number}", size, True, "middle")
            entry(sheet, box)
        number += 1
        y += pitch
    return y + rng.choice((0.0, 8.0)) * POINT
