"""What pens and stamps leave on paper."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from sheet import POINT, Box, Sheet, date, font, word


def stroke(sheet: Sheet, left: float, top: float, width: float, height: float) -> Box:
    """Joined loops, as of writing by hand; returns the box of the ink."""
    rng = sheet.rng
    x, phase = left, rng.uniform(0, 6)
    points: list[tuple[float, float]] = []
    frequency = rng.uniform(1.2, 2.4) / height
    envelope = rng.uniform(0.35, 0.8)
    while x < left + width:
        if rng.random() < 0.04:
            envelope = rng.uniform(0.2, 1.0)
        phase += 0.35
        loop = math.cos(phase * 2.1) * height * 0.25
        y = top + height * (0.6 + 0.5 * envelope * math.sin(phase * 1.3) * math.cos(phase * 0.31))
        points.append((x + loop, min(max(y, top), top + height)))
        x += 0.35 / (frequency * 6)
    points = points[:: max(1, len(points) // 160)]
    sheet.draw.line(points, fill=rng.choice((0, 30, 70, 110)), width=rng.choice((2, 2, 3)), joint="curve")
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def handwriting(sheet: Sheet, left: float, top: float, width: float, size: float) -> Box:
    """Words written by hand, one line."""
    boxes = []
    x = left
    while x < left + width:
        length = min(sheet.rng.uniform(2, 6) * size, left + width - x)
        if length < size:
            break
        boxes.append(stroke(sheet, x, top + sheet.rng.uniform(-0.1, 0.1) * size, length, size))
        x += length + 0.7 * size
    return boxes[0][0], min(b[1] for b in boxes), boxes[-1][2], max(b[3] for b in boxes)


def signature(sheet: Sheet, left: float, top: float, width: float) -> Box:
    """A name signed by hand, or, in one of three, conformed ('/s/ Name'), standing on y = top + 16 pt."""
    rng = sheet.rng
    if rng.random() < 0.35:
        name = f"/s/ {word(rng).capitalize()} {word(rng).capitalize()}"
        return sheet.text(left, top + 4 * POINT, name, sheet.size, align="left")
    height = rng.uniform(14, 34) * POINT
    return stroke(sheet, left, top + 16 * POINT - height * 0.75, min(width, rng.uniform(60, 150) * POINT), height)


def stamp(sheet: Sheet, x: float, y: float) -> Box:
    """A frame with words in it, turned a little, pressed unevenly."""
    rng = sheet.rng
    width, height = (round(rng.uniform(70, 150) * POINT), round(rng.uniform(28, 70) * POINT))
    round_one = rng.random() < 0.3
    if round_one:
        height = width = round(rng.uniform(60, 100) * POINT)
    ink = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(ink)
    pen = rng.choice((2, 3, 4))
    strength = rng.randint(110, 230)
    if round_one:
        draw.ellipse((1, 1, width - 2, height - 2), outline=strength, width=pen)
        draw.ellipse((12, 12, width - 13, height - 13), outline=strength, width=2)
    elif rng.random() < 0.85:
        draw.rectangle((1, 1, width - 2, height - 2), outline=strength, width=pen)
    lines = [rng.choice(("RECEIVED", "PAID", "COPY", "APPROVED", "FILED", "ENTERED", "CONFIDENTIAL", "DRAFT")), date(rng), word(rng).upper()]
    for number, line in enumerate(lines[: rng.randint(1, 3)]):
        size = rng.uniform(9, 15) if number == 0 else rng.uniform(6, 9)
        draw.text((width / 2, height * (0.3 + 0.27 * number)), line, fill=strength, font=font(rng.randrange(99), True, size), anchor="mm")
    ink = ink.rotate(rng.gauss(0, 9), expand=True, resample=Image.Resampling.BILINEAR)
    sheet.image.paste(rng.randint(0, 90), (round(x), round(y)), ink)
    inside = ink.getbbox() or (0, 0, 1, 1)
    return x + inside[0], y + inside[1], x + inside[2], y + inside[3]


def checkbox(sheet: Sheet, x: float, y: float, side: float) -> bool:
    """A small square, ticked or not; marks its truth."""
    rng = sheet.rng
    box = (x, y, x + side, y + side)
    ticked = rng.random() < 0.45
    if rng.random() < 0.1:
        sheet.draw.ellipse(box, outline=sheet.ink, width=max(1, round(0.6 * POINT)))
    else:
        sheet.draw.rectangle(box, outline=sheet.ink, width=max(1, round(rng.uniform(0.4, 1.0) * POINT)))
    if ticked:
        tick(sheet, box)
    sheet.mark("checkbox-selected" if ticked else "checkbox-unselected", box)
    return ticked


def tick(sheet: Sheet, box: Box) -> None:
    """A cross, check mark, dot or filling in a box, drawn or by hand."""
    rng = sheet.rng
    left, top, right, bottom = box
    side = right - left
    pen = max(1, round(rng.uniform(0.7, 1.5) * POINT))
    wild = rng.choice((0.0, 0.0, 0.25)) * side
    inset = 0.18 * side - wild
    kind = rng.randrange(4)
    if kind <= 1:
        sheet.draw.line((left + inset, top + inset, right - inset, bottom - inset), fill=sheet.ink, width=pen)
        sheet.draw.line((left + inset, bottom - inset, right - inset, top + inset), fill=sheet.ink, width=pen)
    elif kind == 2:
        points = [(left + inset, top + 0.55 * side), (left + 0.4 * side, bottom - inset), (right - inset, top + inset)]
        sheet.draw.line(points, fill=sheet.ink, width=pen)
    else:
        sheet.draw.rectangle((left + 0.22 * side, top + 0.22 * side, right - 0.22 * side, bottom - 0.22 * side), fill=sheet.ink)
