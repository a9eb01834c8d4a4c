"""The yardstick of BenchmarkCertificates: the page of sample_test.go, drawn by
ReportLab (Debian package python3-reportlab).

    python3 reportlab_certificates.py COUNT FONTS OUT.pdf

FONTS is the folder of the shipped fonts. The static layer is a form drawn once,
the code one path, as a careful user of ReportLab would write it. Prints count,
CPU seconds of the whole process, peak memory in KB and bytes written.
"""

import os
import resource
import sys

from reportlab.lib.colors import CMYKColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

MM = 72 / 25.4
W, H = 297 * MM, 210 * MM
NAMES = ["Chè Shan tuyết cổ thụ", "Mật ong hoa rừng", "Miến dong sạch đóng gói 500 g", "Thịt trâu gác bếp truyền thống",
         "Gạo séng cù đặc sản", "Rượu ngô men lá", "Mắc-ca sấy nứt vỏ"]
RED, GOLD, BLACK, WHITE = CMYKColor(0, 1, .9, .1), CMYKColor(0, .2, .8, .1), CMYKColor(0, 0, 0, 1), CMYKColor(0, 0, 0, 0)
STAR = [(0, -1), (.2245, -.309), (.9511, -.309), (.3633, .118), (.5878, .809), (0, .382), (-.5878, .809), (-.3633, .118),
        (-.9511, -.309), (-.2245, -.309)]


def pseudo_code(n, seed):
    rows, s, mask = [], (seed * 2654435761 + 12345) & 0xFFFFFFFF, 0xFFFFFFFF
    for _ in range(n):
        row = []
        for _ in range(n):
            s ^= s << 13 & mask
            s ^= s >> 17
            s ^= s << 5 & mask
            row.append(s & 1 == 1)
        rows.append(row)
    for y0, x0 in ((0, 0), (0, n - 7), (n - 7, 0)):
        for y in range(7):
            for x in range(7):
                rows[y0 + y][x0 + x] = y in (0, 6) or x in (0, 6) or (1 < y < 5 and 1 < x < 5)
    return rows


def text(c, x, y, size, font, s, color):
    c.setFont(font, size)
    c.setFillColor(color)
    c.drawString(x * MM, H - y * MM, s)


def static(c):
    c.beginForm("static")
    c.setStrokeColor(RED)
    c.setLineWidth(1.2 * MM)
    c.rect(8 * MM, 8 * MM, 281 * MM, 194 * MM)
    c.setStrokeColor(GOLD)
    c.setLineWidth(.4 * MM)
    c.roundRect(10 * MM, 10 * MM, 277 * MM, 190 * MM, 3 * MM)
    text(c, 110, 24, 14, "bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BLACK)
    text(c, 125, 31, 14, "bold", "Độc lập - Tự do - Hạnh phúc", BLACK)
    c.setStrokeColor(BLACK)
    c.setLineWidth(.3 * MM)
    c.line(125 * MM, H - 33 * MM, 190 * MM, H - 33 * MM)
    text(c, 70, 60, 44, "display", "GIẤY CHỨNG NHẬN", RED)
    for i in range(3):
        p = c.beginPath()
        for k, (x, y) in enumerate(STAR):
            (p.lineTo if k else p.moveTo)((120 + 15 * i + 5 * x) * MM, H - (72 + 5 * y) * MM)
        p.close()
        c.drawPath(p, fill=1, stroke=0)
    c.endForm()


def qr(c, x, y, size, rows):
    n = len(rows)
    m = size / (n + 8) * MM
    c.setFillColor(WHITE)
    c.rect(x * MM, H - (y + size) * MM, size * MM, size * MM, fill=1, stroke=0)
    c.setFillColor(BLACK)
    p = c.beginPath()
    for j, row in enumerate(rows):
        i = 0
        while i < n:
            if not row[i]:
                i += 1
                continue
            k = i
            while k < n and row[k]:
                k += 1
            p.rect(x * MM + (i + 4) * m, H - y * MM - (j + 5) * m, (k - i) * m, m)
            i = k
    c.drawPath(p, fill=1, stroke=0)


def main():
    count, fonts, out = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    for name, file in (("serif", "LiberationSerif-Regular"), ("bold", "LiberationSerif-Bold"), ("display", "PlayfairDisplay-Bold")):
        pdfmetrics.registerFont(TTFont(name, os.path.join(fonts, file + ".ttf")))
    c = canvas.Canvas(out, pagesize=(W, H), pageCompression=1, invariant=1)
    static(c)
    for i in range(count):
        c.doForm("static")
        text(c, 60, 100, 30, "display", "%s số %d" % (NAMES[i % 7], i), RED)
        text(c, 60, 112, 16, "bold", "Hợp tác xã Minh Họa số %d" % i, BLACK)
        text(c, 60, 120, 14, "serif", "Bản %d, xã San Thàng, thành phố Lai Châu, tỉnh Lai Châu" % i, BLACK)
        text(c, 120, 130, 18, "bold", "ĐẠT HẠNG 3 SAO", RED)
        text(c, 90, 138, 13, "serif", "Chương trình Mỗi xã một sản phẩm đợt 2 năm 2023", BLACK)
        text(c, 20, 150, 12, "serif", "Quyết định số 0000/QĐ-UBND ngày 20 tháng 11 năm 2023", BLACK)
        text(c, 20, 156, 12, "serif", "Có giá trị đến hết ngày 20 tháng 11 năm 2026", BLACK)
        text(c, 20, 144, 12, "serif", "Số: %02d/2023/GCN-UBND" % i, BLACK)
        text(c, 20, 200, 8, "serif", "LC-2023-2-%03d  ·  BCF%03d" % (i, i % 1000), BLACK)
        qr(c, 20, 160, 33, CODES[i % len(CODES)])
        c.showPage()
    c.save()
    u = resource.getrusage(resource.RUSAGE_SELF)
    print(count, u.ru_utime + u.ru_stime, u.ru_maxrss, os.path.getsize(out))


# The code is given, as to the Go side: a hundred of them, taken in turn.
CODES = [pseudo_code(61, i) for i in range(100)]

main()
