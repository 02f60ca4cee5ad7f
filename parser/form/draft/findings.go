package draft

import (
	"strings"

	"jxmb/model"
	"jxmb/parser/block"
)

// Rule is a kind of finding that reading can give.
type Rule struct {
	Code        string
	Severity    model.Severity
	Title       model.Text
	Explanation model.Text // why it matters, and where the rule comes from
	Hint        model.Text // what to do; the hint of its findings
}

// The rules of reading, by name.
const (
	ruleNoForm = iota
	RuleNoTable
	ruleBookmarkOpen
	ruleTracked
	ruleHidden
	RuleHeadings
	RuleLeftover
	ruleBookmarkTwice
	ruleMergeText
	ruleMergeOrphan
	ruleSpan
	ruleInvalidText
	ruleNoUnicode
	RuleUnit
	RuleAmbiguous
	RuleSides
	RuleAmount
	RuleTwice
	ruleAltChunk
	ruleStruck
	ruleField
	ruleObject
	ruleAside
	ruleMargin
	RuleNoProject
	RuleUnread
	RuleGuessed
	RuleNoPart
	RuleAbsent
	RuleOwnForm
	RuleNotSplit
	ruleError
	ruleFormula
	ruleFormat
	rulePlaceholder
	NumRules
)

// Rules lists the rules of reading in the order of their codes.
var Rules = []Rule{
	ruleNoForm: {"D001", model.Error,
		model.Text{ZH: "没有绩效目标表", EN: "no form found"},
		model.Text{ZH: "文件里没有任何一张认得出的绩效目标表，转换失败。", EN: "The document holds no table that is recognised as a 绩效目标表; conversion fails."},
		model.Text{ZH: "确认文件是否正确；表样特殊的用 --forms 加载", EN: "check the file, or load its form with --forms"}},
	RuleNoTable: {"D002", model.Error,
		model.Text{ZH: "该有的表没有读到", EN: "a table is announced and not readable"},
		model.Text{ZH: "书签或标题指明这里有绩效目标表，或表格形似绩效目标表，但读不出来，其内容不在结果里。", EN: "A bookmark or heading announces a form, or a table looks like one, and none could be read; its content is not in the result."},
		model.Text{ZH: "核对该处表格的表头和标签是否被改动或缺失", EN: "check whether header and labels of the table there were changed or lost"}},
	ruleBookmarkOpen: {"D003", model.Warning,
		model.Text{ZH: "书签只有开头没有结尾", EN: "bookmark without an end"},
		model.Text{ZH: "书签范围不完整（ISO/IEC 29500-1 §17.13.6），按只有起点处理，表格照常读取。", EN: "The bookmark's range is incomplete (ISO/IEC 29500-1 §17.13.6); its start alone is used."},
		model.Text{ZH: "在 Word 中删除该书签重新插入", EN: "delete the bookmark in Word and set it again"}},
	ruleTracked: {"D004", model.Warning,
		model.Text{ZH: "修订按接受处理", EN: "tracked changes read as accepted"},
		model.Text{ZH: "文件带有未处理的修订：插入的内容保留，删除的内容不读。", EN: "The file holds tracked changes: insertions were kept, deletions dropped."},
		model.Text{ZH: "在 Word 中接受或拒绝全部修订后重新提交", EN: "accept or reject all changes in Word and submit again"}},
	ruleHidden: {"D005", model.Warning,
		model.Text{ZH: "隐藏文字没有读取", EN: "hidden text dropped"},
		model.Text{ZH: "设为隐藏的、与底色同色的、小到 2 磅的文字打印时看不见，不作为申报内容。", EN: "Text that is set hidden, has the colour of what is behind it or is no larger than 2 pt is not seen in print and is no part of the submission."},
		model.Text{ZH: "确认隐藏文字是否应删除或取消隐藏", EN: "delete the hidden text or make it visible"}},
	RuleHeadings: {"D006", model.Info,
		model.Text{ZH: "没有书签，按标题识别", EN: "headings used, no bookmarks"},
		model.Text{ZH: "预算系统导出的文件在每张表前设有书签；书签丢失时改用标题确定表格归属。", EN: "The budget system sets a bookmark at each table; where they are lost, headings tell the projects apart."},
		model.Text{ZH: "一般不需处理；如有错位请用系统原始导出文件", EN: "usually nothing; if projects are mixed up use the system's own export"}},
	RuleLeftover: {"D007", model.Warning,
		model.Text{ZH: "表内文字没有标签", EN: "text without a label"},
		model.Text{ZH: "绩效目标表中的这段文字旁边没有标签，不能归入任何栏目。", EN: "The text stands in the form with no label beside it and belongs to no field."},
		model.Text{ZH: "确认该文字是否放错位置，或为其补上标签", EN: "move the text to its field or give it a label"}},
	ruleBookmarkTwice: {"D008", model.Info,
		model.Text{ZH: "书签重名", EN: "bookmark set twice"},
		model.Text{ZH: "同名书签出现两次，按先后分别对应各自位置。", EN: "A bookmark name occurs twice; each is kept at its place."},
		model.Text{ZH: "核对是否重复粘贴了同一张表", EN: "check whether a table was pasted twice"}},
	ruleMergeText: {"D009", model.Warning,
		model.Text{ZH: "合并单元格的续格里有文字", EN: "text in a merged-away cell"},
		model.Text{ZH: "纵向合并的下方单元格里藏有文字，Word 不显示；已附在合并单元格文字之后。", EN: "A cell hidden by a vertical merge holds text that Word does not show; it was appended to the merged cell."},
		model.Text{ZH: "拆分该合并单元格，删除或移出多余文字", EN: "split the merged cell and remove or move the text"}},
	ruleMergeOrphan: {"D010", model.Info,
		model.Text{ZH: "纵向合并没有起点", EN: "merge without a start"},
		model.Text{ZH: "单元格标为续接上方合并，但上方没有合并的起点（ISO/IEC 29500-1 §17.18.57），按独立单元格读取。", EN: "A cell continues a vertical merge that nothing starts (ISO/IEC 29500-1 §17.18.57); it was read as a cell of its own."},
		model.Text{ZH: "核对该单元格是否应与上一行合并", EN: "check whether the cell should be merged with the one above"}},
	ruleSpan: {"D011", model.Info,
		model.Text{ZH: "跨列数越界", EN: "column span out of range"},
		model.Text{ZH: "单元格声明的跨列数超出表格宽度，已按表格宽度截断。", EN: "A cell claims more columns than the table has; it was clamped."},
		model.Text{ZH: "一般不需处理；如列错位请在 Word 中重排该行", EN: "usually nothing; if columns are shifted, lay out the row again in Word"}},
	ruleInvalidText: {"D012", model.Warning,
		model.Text{ZH: "文字含无效字符", EN: "invalid characters"},
		model.Text{ZH: "文字中有不合编码或 XML 不允许的字符，已用替代符号表示。", EN: "The text holds bytes that are not UTF-8 or characters XML forbids; they were replaced."},
		model.Text{ZH: "在 Word 中重新录入该处文字", EN: "type the text again in Word"}},
	ruleNoUnicode: {"D013", model.Warning,
		model.Text{ZH: "符号没有对应的 Unicode 文字", EN: "symbol without Unicode text"},
		model.Text{ZH: "使用了符号字体中的字符，无法确定对应文字。", EN: "A character of a symbol font has no known Unicode text."},
		model.Text{ZH: "改用普通字符（如 ≥ ≤ □ ☑）重新录入", EN: "type the symbol as an ordinary character (≥ ≤ □ ☑)"}},
	RuleUnit: {"D014", model.Warning,
		model.Text{ZH: "金额没有注明单位", EN: "money unit undeclared"},
		model.Text{ZH: "表头、表前说明和标签都没有写明元还是万元；不作猜测，折合元一栏留空。", EN: "Neither table, caption nor label says 元 or 万元; nothing is guessed, and the sum in 元 is absent."},
		model.Text{ZH: "在表头注明“单位：万元”或“单位：元”", EN: "state 单位：万元 or 单位：元 above the table"}},
	RuleAmbiguous: {"D015", model.Warning,
		model.Text{ZH: "表样有歧义", EN: "ambiguous form"},
		model.Text{ZH: "两种表样同样符合，按标识靠前的一种读取。", EN: "Two forms match equally well; the first by identifier was taken."},
		model.Text{ZH: "在表样文件中补充 needs 或 bars 以区分", EN: "add needs or bars to the form files that tell them apart"}},
	RuleSides: {"D016", model.Info,
		model.Text{ZH: "左右两栏没有注明期限", EN: "two halves without a term"},
		model.Text{ZH: "指标分左右两栏，但没有写明哪栏是中长期、哪栏是年度，按表样惯例读取。", EN: "Indicators stand in two halves and nothing says which is long-term and which annual; read as the form is usually laid out."},
		model.Text{ZH: "在表头注明“中期”“年度”", EN: "name the halves 中期 and 年度 in the header"}},
	RuleAmount: {"D017", model.Warning,
		model.Text{ZH: "金额或比例读不出数", EN: "amount without a number"},
		model.Text{ZH: "该填金额或比例的单元格里不是数字；原文保留。", EN: "A cell for an amount or a share holds no number; its text is kept."},
		model.Text{ZH: "改为单一数字，说明文字移到其他栏目", EN: "write a single number and move explanations elsewhere"}},
	RuleTwice: {"D018", model.Warning,
		model.Text{ZH: "同一栏目出现两次且不一致", EN: "a field stands twice and differs"},
		model.Text{ZH: "同一张表里同一标签填了不同内容，取先出现的，后者留在其他栏目。", EN: "The same label occurs twice with different content; the first was taken, the other kept as extra."},
		model.Text{ZH: "核对哪一处正确，删除另一处", EN: "check which one is right and delete the other"}},
	// D019 is the code of files that LibreOffice converted before they were read.
	ruleAltChunk: {"D020", model.Warning,
		model.Text{ZH: "嵌入的外部内容没有读取", EN: "imported content not read"},
		model.Text{ZH: "文件嵌有另一份文档（w:altChunk、w:subDoc，ISO/IEC 29500-1 §17.17.2），其内容存放在别的部件或文件里，没有读取。", EN: "The file imports another document (w:altChunk, w:subDoc, ISO/IEC 29500-1 §17.17.2) whose content stands in a part or a file of its own and was not read."},
		model.Text{ZH: "用 Word 打开并另存为 .docx，嵌入内容即并入正文；主控文档先在大纲视图中展开子文档并取消链接", EN: "open the file in Word and save it as .docx, which merges the content into the body; of a master document, expand the subdocuments in the outline view and unlink them first"}},
	ruleStruck: {"D021", model.Warning,
		model.Text{ZH: "删除线文字没有读取", EN: "struck-out text dropped"},
		model.Text{ZH: "划了删除线的文字是作废的内容，不作为申报内容。", EN: "Text that is struck out is no longer meant and no part of the submission."},
		model.Text{ZH: "确认后删去划掉的文字，或去掉删除线", EN: "delete the struck-out text, or take the line away"}},
	ruleField: {"D022", model.Warning,
		model.Text{ZH: "域没有可靠的结果", EN: "field without a reliable result"},
		model.Text{ZH: "Word 在此处插有域（ISO/IEC 29500-1 §17.16），但没有保存显示的文字，或域没有结束，其内容无从得知；或者结果是出错信息，或是打开时自动更新的日期时间（DATE、TIME）。", EN: "A field stands here (ISO/IEC 29500-1 §17.16) and what it shows was not stored, or it never ends, so that what Word shows cannot be told; or its result is an error message, or the date at which the document is opened (DATE, TIME)."},
		model.Text{ZH: "在 Word 中选中该处按 F9 更新后按 Ctrl+Shift+F9 转为文字，再保存", EN: "select it in Word, press F9 to update it and Ctrl+Shift+F9 to make it text, and save"}},
	ruleObject: {"D023", model.Warning,
		model.Text{ZH: "图片或嵌入对象里的内容没有读取", EN: "picture or embedded object not read"},
		model.Text{ZH: "单元格里是图片、图表或嵌入的对象（如 Excel 表格），其中的文字读不出来。", EN: "The cell holds a picture, a chart or an embedded object such as an Excel sheet; text in it cannot be read."},
		model.Text{ZH: "把其中的内容作为文字录入单元格", EN: "type its content into the cell"}},
	ruleAside: {"D024", model.Info,
		model.Text{ZH: "脚注、尾注或批注没有归入栏目", EN: "footnote, endnote or comment put in no field"},
		model.Text{ZH: "该处带有脚注、尾注或批注，其文字不属于表内任何栏目。", EN: "A footnote, endnote or comment stands here; its text belongs to no field of the form."},
		model.Text{ZH: "影响指标值或金额的说明写进表内", EN: "write what bears on a target or an amount into the form"}},
	ruleMargin: {"D025", model.Info,
		model.Text{ZH: "页眉页脚的文字没有归入栏目", EN: "text of headers or footers put in no field"},
		model.Text{ZH: "页眉页脚里有可能属于申报内容的文字（指表格和带冒号的行；单纯的标题、正文里也有的不列）；其中的金额单位用于没有另行注明的表，其余不读。", EN: "Headers or footers hold text that may belong to the submission (tables and lines with a colon; running titles and what the body says too are not named); a money unit in it counts for tables that name none, all else is not read."},
		model.Text{ZH: "属于申报内容的移到正文", EN: "move what belongs to the submission into the body"}},
	RuleNoProject: {"D026", model.Error,
		model.Text{ZH: "绩效目标表没有项目", EN: "a form without a project"},
		model.Text{ZH: "项目清单只有表头，一个项目也没有填；表里的单位等内容放在一个没有名称的项目里。", EN: "The list of projects has a header and names no project; what the form says of its unit stands in a project without a name."},
		model.Text{ZH: "补填项目，或删去空表", EN: "fill in the projects, or remove the empty form"}},
	RuleUnread: {"D028", model.Error,
		model.Text{ZH: "指标或指标值没有读取", EN: "indicators or their targets not read"},
		model.Text{ZH: "从表头和内容都无法确定哪一栏是指标值；宁可不读，也不把别的数字当作指标值：知道哪一栏是指标名称的，指标照读，指标值留空。各格原文保留在其他栏目。", EN: "Neither header nor content tells which column holds the targets; they are left rather than taking another figure for a target: where the names are known the indicators are read without. The cells are kept as extra."},
		model.Text{ZH: "把指标值一栏的表头写作“指标值”，上年数、实际数写明年度", EN: "head the column of targets 指标值 and name the year of other figures"}},
	RuleGuessed: {"D029", model.Warning,
		model.Text{ZH: "按内容认定指标值一栏", EN: "column of targets told by what it holds"},
		model.Text{ZH: "表头用词不在已知标签之列，按其文字和下方内容认定为指标值。", EN: "The head of the column is no known label; by its words and what stands below, it was read as the targets."},
		model.Text{ZH: "核对该栏是否为指标值", EN: "check that the column holds the targets"}},
	RuleNoPart: {"D030", model.Error,
		model.Text{ZH: "没有找到表的必备部分", EN: "a required part of the form was not found"},
		model.Text{ZH: "绩效目标表须写明是哪个项目（或部门），并列出绩效指标（财预〔2015〕88号《中央部门预算绩效目标管理办法》所附申报表）。这样的部分整个没有找到：没有填，或者表头、标签认不出来，其内容没有读取。", EN: "The form has to name its project or department and to list indicators (the forms attached to 财预〔2015〕88号). Such a part was not found at all: it is missing, or its header or labels were not recognised and its content was not read."},
		model.Text{ZH: "对照原件：缺的补上，有而没有读到的核对表头和标签，或用 --forms 加载表样", EN: "compare with the original: add what is missing; where it is there, check its header and labels, or load the form with --forms"}},
	RuleAbsent: {"D031", model.Warning,
		model.Text{ZH: "没有找到该有的栏目", EN: "a field of the form was not found"},
		model.Text{ZH: "申报表列有项目名称、资金、绩效目标（财预〔2015〕88号附表），这张表里没有找到这样的栏目：表样没有，或者标签认不出来。", EN: "The forms attached to 财预〔2015〕88号 have a project name, money and goals; no such field was found here: the form lacks it, or its label was not recognised."},
		model.Text{ZH: "对照原件，确认不是漏填或漏读", EN: "compare with the original, to be sure that nothing is missing or unread"}},
	RuleOwnForm: {"D032", model.Info,
		model.Text{ZH: "自备表样没有用上", EN: "a form that was loaded is not used"},
		model.Text{ZH: "用 --forms 加载的表样优先于内置表样，但这张表不满足它的条件（needs、bars），改按其他表样读取。", EN: "A form loaded with --forms goes before the built-in ones, but this table does not meet its conditions (needs, bars) and was read as another form."},
		model.Text{ZH: "核对表样文件的 needs 和 labels 与这张表的用词", EN: "compare needs and labels of the form file with the words of this table"}},
	RuleNotSplit: {"D033", model.Warning,
		model.Text{ZH: "一格里的多项内容没有拆开", EN: "contents of one cell not taken apart"},
		model.Text{ZH: "一个单元格里写了几个指标，或者合并了几栏、几行、几个标签的内容，没有能够逐个拆开；原文按一段文字保留。", EN: "One cell holds several indicators, or what belongs to several columns, rows or labels, that could not be taken apart; its text is kept as one."},
		model.Text{ZH: "一个指标写一行，名称、指标值各占一格；不同栏目不要合并在一格里", EN: "give each indicator a row, its name and target a cell each, and each field a cell of its own"}},
	ruleError: {"D034", model.Error,
		model.Text{ZH: "单元格是错误值", EN: "cell shows an error value"},
		model.Text{ZH: "Excel 单元格显示的是 #REF!、#N/A 之类的错误值（ISO/IEC 29500-1 §18.18.11），本来的内容无从得知。", EN: "The Excel cell shows an error value such as #REF! or #N/A (ISO/IEC 29500-1 §18.18.11); what it ought to say cannot be told."},
		model.Text{ZH: "在 Excel 中改正公式，或直接填写内容", EN: "correct the formula in Excel, or fill in the content"}},
	ruleFormula: {"D035", model.Error,
		model.Text{ZH: "公式没有结果", EN: "formula without a result"},
		model.Text{ZH: "单元格是公式，文件里没有保存计算结果（ISO/IEC 29500-1 §18.3.1.96），没有读取；导出程序写的文件没有用 Excel 打开保存过时常见。", EN: "The cell is a formula whose result the file does not hold (ISO/IEC 29500-1 §18.3.1.96), as in files that a program wrote and Excel never saved; it was not read."},
		model.Text{ZH: "用 Excel 或 WPS 打开后保存一次再报送", EN: "open it in Excel or WPS, save it and submit it again"}},
	ruleFormat: {"D036", model.Warning,
		model.Text{ZH: "数字的显示与存储不一致", EN: "number shown other than it is stored"},
		model.Text{ZH: "Excel 只保存 15 位有效数字（ISO/IEC 29500-1 §18.3.1.96），更长的编码按数字录入后末位已经丢失；或者数字格式无法还原。此处按文件保存的数字读取。", EN: "Excel keeps 15 significant digits (ISO/IEC 29500-1 §18.3.1.96), so that a longer code typed as a number has lost its last ones; or the number format cannot be told. The stored number was read."},
		model.Text{ZH: "与原件核对；编码一类改为文本格式重新录入", EN: "compare it with the original; type codes again in cells formatted as text"}},
	rulePlaceholder: {"D037", model.Info,
		model.Text{ZH: "占位文字没有读取", EN: "text of a placeholder not read"},
		model.Text{ZH: "内容控件标明显示的是占位文字（w:showingPlcHdr，ISO/IEC 29500-1 §17.5.2.39），按未填读取；但这段文字不像提示语，可能是填写的内容。", EN: "A content control says that it shows its placeholder (w:showingPlcHdr, ISO/IEC 29500-1 §17.5.2.39) and was read as not filled in, though the text asks for nothing and may be content."},
		model.Text{ZH: "是填写的内容就在 Word 中重新录入；是提示语则不需处理", EN: "type it again in Word if it is content; nothing if it is a prompt"}},
}

// Finding adds a finding in the reader's language.
func (r *Document) Finding(rule int, at model.Origin, message model.Text) {
	r.Spend(costFinding)
	k := &Rules[rule]
	r.Out.Findings = append(r.Out.Findings, model.Finding{
		Code: k.Code, Severity: k.Severity, Origin: at,
		Message: message.In(r.lang), Hint: k.Hint.In(r.lang),
	})
}

// Report adds a finding about the project.
func (r *Filling) Report(rule int, at model.Origin, message model.Text) {
	r.Finding(rule, at, message)
	r.About(r.subject())
}

// About names what the last finding is about.
func (r *Document) About(name string) {
	r.Out.Findings[len(r.Out.Findings)-1].Subject = name
}

// Args adds what the last finding found: names and values in turn.
func (r *Document) Args(pairs ...string) {
	r.Out.Findings[len(r.Out.Findings)-1].Args = model.ArgsOf(pairs...)
}

// NoteRules are the rules of what the reader had to decide.
var NoteRules = map[block.NoteKind]int{
	block.NoteBookmarkOpen: ruleBookmarkOpen, block.NoteBookmarkTwice: ruleBookmarkTwice,
	block.NoteTracked: ruleTracked, block.NoteHidden: ruleHidden, block.NoteMergeOrphan: ruleMergeOrphan,
	block.NoteMergeText: ruleMergeText, block.NoteSpanClamped: ruleSpan,
	block.NoteInvalidText: ruleInvalidText, block.NoteUnknownEncoding: ruleNoUnicode, block.NoteAltChunk: ruleAltChunk,
	block.NoteStruck: ruleStruck, block.NoteField: ruleField, block.NoteObject: ruleObject, block.NoteAside: ruleAside, block.NoteMargin: ruleMargin,
	block.NoteError: ruleError, block.NoteFormula: ruleFormula, block.NoteFormat: ruleFormat, block.NotePlaceholder: rulePlaceholder,
}

// Notes reports what the reader of the file had to decide. Cells of lost merges that
// start in merged have their start in the table above.
func (r *Document) Notes(merged map[int]bool) {
	for _, n := range r.Doc.Notes {
		if r.Full != nil {
			return
		}
		if n.Kind == block.NoteMergeOrphan && merged[n.Start] {
			continue // it has its start, in the table above
		}
		if n.Kind == block.NoteObject && n.Table == 0 {
			continue // beside the tables pictures are no part of the submission
		}
		rule, ok := NoteRules[n.Kind]
		if !ok {
			panic("form: internal error: no rule for note " + string(n.Kind))
		}
		title := Rules[rule].Title
		message := title
		if n.Text != "" {
			message = model.Say(title.ZH+"：“%s”", title.EN+": %q", Excerpt(n.Text))
		}
		if n.Count > 1 {
			message.ZH += model.Chinese.Say("（%d 处）", "", n.Count)
			message.EN += model.English.Say("", " (%d times)", n.Count)
		}
		r.Finding(rule, model.Origin{Part: r.Doc.Part, Table: n.Table, Row: n.Row, Column: n.Column, Start: n.Start, End: n.End, Sheet: n.Sheet, Cell: n.Name}, message)
		r.Args("text", n.Text)
	}
}

// SidesMessage says which half was read as which term.
func SidesMessage(longFirst bool) model.Text {
	if longFirst {
		return model.Text{ZH: "指标左右两栏没有注明期限，左栏按中长期、右栏按年度读取", EN: "the halves of the indicator table name no term; the left one was read as long-term, the right one as annual"}
	}
	return model.Text{ZH: "指标左右两栏没有注明期限，左栏按年度、右栏按中长期读取", EN: "the halves of the indicator table name no term; the left one was read as annual, the right one as long-term"}
}

// Excerpt is at most 30 runes of a text on one line, for messages.
func Excerpt(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range text {
		if n++; n > 30 {
			return text[:i] + "…"
		}
	}
	return text
}
