"""Writes Word files by python-docx into a folder: what its users make, with something to find in each."""
import sys
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

folder = sys.argv[1]
DIKE = '各乡镇要守住堤防,,,不留空档。'
FIGHT = '要坚决打赢脱贫攻坚战，做好安全布署。'
GATE = '县水务局要在2025年3月底前完成闸门检修，，责任到人。'


def plain(doc):
    for text in (DIKE, FIGHT, GATE):
        doc.add_paragraph(text)


def headings(doc):
    doc.add_heading('在全县防汛会议上的讲话', 0)
    for level, text in enumerate((DIKE, FIGHT, GATE), 1):
        doc.add_heading('压实责任', level)
        doc.add_paragraph(text)


def looks(doc):
    paragraph = doc.add_paragraph()
    for index, character in enumerate(DIKE + FIGHT):
        run = paragraph.add_run(character)
        run.bold = index % 2 == 0
        run.font.size = Pt(16)
        run.font.color.rgb = RGBColor(200, 0, index)


def tables(doc):
    table = doc.add_table(rows=3, cols=3)
    table.style = 'Table Grid'
    for row, text in zip(table.rows, (DIKE, FIGHT, GATE)):
        for cell in row.cells:
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 1))


def bullets(doc):
    for text in (DIKE, FIGHT):
        doc.add_paragraph(text, style='List Bullet')
    for text in (GATE, DIKE):
        doc.add_paragraph(text, style='List Number')


def furniture(doc):
    section = doc.sections[0]
    section.header.paragraphs[0].text = '内部资料,,,'
    section.footer.paragraphs[0].text = '第1页,,,'
    doc.add_paragraph(DIKE)


def sections(doc):
    doc.add_paragraph(DIKE)
    section = doc.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.left_margin = Cm(2)
    doc.add_paragraph(FIGHT)


def breaks(doc):
    run = doc.add_paragraph(DIKE).add_run()
    run.add_break(WD_BREAK.PAGE)
    run.add_text(FIGHT)
    run.add_tab()
    run.add_text(GATE)


def styles(doc):
    style = doc.styles.add_style('讲话正文', 1)
    style.font.name = 'Times New Roman'
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn('w:eastAsia'), '仿宋_GB2312')
    for text in (DIKE, FIGHT):
        doc.add_paragraph(text, style=style)


def fields(doc):
    paragraph = doc.add_paragraph('见第')
    for kind, text in (('begin', ''), ('', ' PAGE '), ('separate', ''), ('result', '3,,,'), ('end', '')):
        run = paragraph.add_run()
        if kind in ('begin', 'separate', 'end'):
            mark = OxmlElement('w:fldChar')
            mark.set(qn('w:fldCharType'), kind)
            run._r.append(mark)
        elif kind == 'result':
            run.text = text
        else:
            instruction = OxmlElement('w:instrText')
            instruction.text = text
            run._r.append(instruction)
    paragraph.add_run('页，做好布署。')


def properties(doc):
    doc.core_properties.title = '讲话'
    doc.core_properties.author = '梁'
    doc.add_paragraph(DIKE)


def blanks(doc):
    for text in ('　　' + DIKE, '', '  ' + FIGHT + '  ', GATE + '\t', ''):
        doc.add_paragraph(text)


for make in (plain, headings, looks, tables, bullets, furniture, sections, breaks, styles, fields, properties, blanks):
    doc = Document()
    make(doc)
    doc.save(f'{folder}/python-{make.__name__}.docx')
