// Package value reads target cells: the value language of 绩效目标表.
//
// [Parse] turns a cell into operator, number and unit. It works on the text as
// package quantity folds it, which also reads the numerals, units and words.
//
// # Grammar
//
// A cell, in the EBNF of ISO/IEC 14977, with terminals in folded spelling.
// Longest match decides between terminals; a plain word (words.tsv) hides a
// token that it begins with: 人均 is no 人, 次数 no 次.
//
//	cell      = fused | composite | deadline | single | placeholder | words ;
//	fused     = [ words ], figure, [ words ], expression, [ verb ] ;
//	figure    = [ sign ], ( number, [ unit ] | range ) ;
//	composite = part, split, part, { split, part } ;
//	part      = [ item number ], label, [ ":" ], ( expression | date )
//	          | expression, label | label, ":", words ;
//	split     = ";" | line break | "," | "、" | "。" | item number ;
//	single    = [ words | date ], expression, [ verb | words | note ] ;
//	note      = "(", { any }, ")" ;
//
//	expression = [ per ], { operator }, [ per ], quantity, [ suffix, { below } ]
//	           | range | each ;
//	quantity  = [ currency ], numeral, [ bound ], [ unit, [ the same again ] ], [ "半" | "多" ], [ small money ], [ bound ] ;
//	currency  = row of currencies.tsv ;
//	bound     = [ "(" | "," ], ( "含" | "不含" ), [ the number | "本数" ], [ ")" ] ;
//	range     = quantity, joint, quantity | plusminus, quantity | quantity, plusminus, quantity
//	          | bound, [ "," | "且" | "并" ], bound | number, "≤", words, "≤", number
//	          | quantity, ( "和" | "与" ), quantity, "之间" ;
//	plusminus = "±" | "+-" | "+/-" | "正负" ;
//	joint     = "-" | "~" | "至" | "到" ;
//	each      = "一", time, numeral, unit | "半年", numeral, unit
//	          | numeral, time, numeral, "次" ;
//	per       = "每", over, { "每", over }, [ words ] | time, at the start in front of digits ;
//	operator  = prefix rows of operators.tsv, in brackets or quotation marks or not
//	          | negation of negations.tsv, prefix row that bounds from outside ;
//	suffix    = suffix rows of operators.tsv ;
//
//	unit      = "个", [ "多" ], ( "亿", [ "元" ] | time ) | "(", unit, ")" | '"', unit, '"' | scale, [ atom ], { below } | atom, { below } ;
//	scale     = { "十" | "百" | "千" | "万" | "亿" } ;
//	atom      = row of units.tsv, [ "次" ], [ "·", row of units.tsv ] | letters
//	          | one Han rune at the end ;
//	below     = ( "/" | "每" | "·" | "*" | "×" ), over | time, at the end ;
//	over      = [ digits | 一…九十九 ], [ scale ], atom | digits, scale ;
//
//	numeral   = [ "-" | "+" | "负" ], ( arabic | han | mixed | fraction | tenths ) ;
//	arabic    = digits, { ",", 3 digits }, [ ".", digits ] | ".", digits ;
//	han       = places, [ "点", digits ] | digits ;
//	mixed     = digits, multiplier, { ( digits | 一…九 ), multiplier }, [ digits ] ;
//	fraction  = han, "分之", numeral | numeral, "又", fraction | "一半" | "百分百" ;
//	tenths    = 一…十, "成", [ 一…九 | "半" ] ;
//
//	deadline  = [ words ], [ operator ], period, [ verb ] ;
//	period    = date, [ joint, date ] | digits, joint, date | date, ( "和" | "与" ), date, "之间"
//	          | [ "第" ], digits, joint, quarter | month, "月", day, joint, day, "日"
//	          | month, ".", day, joint, month, ".", day | year, ".", month, joint, ( month | year ) ;
//	date      = eight or six digits, where the name asks for a date
//	          | [ year | 2 digits, "年" ], [ "全年" | month, "月", [ day, "日" | day, at the end ] | quarter | half | year's end ], { mark }
//	          | year, ( "-" | "/" | "." ), month, [ same, day ] | "--", month, "-", day ;
//	mark      = [ "及" | "或" | "(含)" ], "底" | "末" | "前" | "之前" | "以前" | "内" | "止" | "上旬" | "中旬" | "下旬" ;
//	placeholder = { "*" | "XX" | "××" | "○" | "__" | operator | unit | mark | row of fillers.tsv } ;
//
// # Choices
//
//   - A fused cell has two readings. Operators, numbers (after scale and unit)
//     and units must agree; 为 and 是 compare nothing, 达到 gives way to the
//     sign, and a missing sign disagrees with nothing. The statement wins.
//   - In doubt between two numbers a cell is qualitative, with both readings.
//   - 以上, 以下 and 以内 include the number; 超过, 不满 and 以外 exclude it
//     (民法典 article 1259). 100余人 is more than 100.
//   - 万 and 亿 behind a number belong to the unit: 两万元 is 2 万元. A numeral
//     that goes on behind them does not: 3万5千元 is 35000 元.
//   - 三成 and 五分之三 are percentages; 三分之一 has no decimal and is refused.
//   - February ends on the 28th where no year is named: a day every year has.
//   - A period or a bare month, quarter or year has a first and a last day; 底,
//     前 and 内 leave the last day alone.
//   - Numbers that only name something are words: grades (二级, 4A), editions
//     (2022版), houses (2号), years in document numbers, “五一”, 3纵4横, 1+N, and
//     days of every month (每月25日). Ages and voltages beside another number
//     tell who or which is meant.
//   - Line breaks split a cell of several labelled values; in every other they are
//     blanks, for narrow columns break anywhere.
//   - What 每 names in front of the number is a denominator; time goes last:
//     每月500元/人 is 元/人·月. 16/10万 is 16 per 10万, not a fraction.
//   - A bare number up to one under a name that calls for percent gets no unit:
//     it may be a share that lost its format on the way out of a spreadsheet.
//   - "无" is a word, "/" and "-" are nothing.
//   - A month behind a bound is a date under a name that asks for a day (≤12月
//     under 完成时间), elsewhere a number of months.
//   - 分 under a length of time is 分钟, under a price 0.01 元, elsewhere a point.
//
// # Refused
//
// What may be read in two ways is words, with its readings kept:
//
//   - a number behind which a numeral or a unit goes on: only a part was read;
//   - an operator that a negation denies in a way no row knows: 不得随意超过, 不等于;
//   - a number beside a sign of mathematics: √2, ∑3次, 5², 2½, |3|; ▲3% may be negative;
//   - one number that running text speaks of: 三个提升, 核查3次后整改, a sum with 以下
//     between words, a bare number in front of words that are not the name;
//   - two bounds for two classes, two numbers neither of which answers the other;
//   - a day that the calendar does not have: 6月31日, 6月1日-31日;
//   - an example (例如：3次, in brackets 如8小时), a product or a ratio (7×24小时, 1:21), the
//     number of a telephone line or an edition (热线12345, 2.0版);
//   - a year that only compares (2010年水平), 初 and 中 of a month, a fraction
//     without an end (三分之一), 3万5 (35000 or a slip), 3/5 without an operator;
//   - a scale behind 个 that goes on in a word: 3个亿元村;
//   - what something else is passed by: 高于全省平均5个百分点, 低于上年5%;
//   - a number that a negation denies without an operator: 并非3次, 不发生3起以上;
//   - a number in brackets alone, which accounts write for a negative one: (5)%;
//   - a bracket that repeats a number and says another: 3次（5次）;
//   - words that go another way than the name: 下降5% under 增长率;
//   - a condition, and what bounds nothing: 若低于80%, 未必超过3%;
//   - a share of things that are counted one by one: ≥1/2次, and ≥1/2 under 会议次数;
//   - a period that ends before it begins (11月-2月), a list with gaps (一、三季度);
//   - three digits behind a point of what is counted one by one (1.500人), which
//     may be thousands;
//   - what 每 counts by where no unit is (每学校5万元), and every other month (隔月1次);
//   - hours of the day (9时至17时), numbers that an arrow moves (↓3%), rules of
//     scoring and paying (低于80%不得分, 超5%的不予报销), a dollar sign beside 元 ($500元);
//   - a weekday (每周五), a day of another calendar (农历六月底), a number with a point
//     that may be a date (2023.12, 11.5 under 完成时限), a telephone number;
//   - a day in eight digits where nothing says what it counts (20231231), two counts around
//     a slash (10.5公里/3条), a share of another year (不低于上年的95%);
//   - letters and signs that are as likely digits or bounds: 3l个, 500w, 3k, ..8, ≥_90%, ?95%, 限90人, 不低95%;
//   - a number that a bracket or a slash behind goes on with: 3（不少于）, 90以上（%）,
//     800元整/人; what only says how large or old something is: 10万吨级码头.
//
// A figure whose digits and name cannot be told apart without the name of the
// indicator (≥7万人评议… 七人) is a conflict, for a person to settle.
package value
