#!/bin/sh
# Rebuilds the two PDF fonts and their licences beside this script.
#
#   sh render/font/build.sh [FOLDER]
#
# FOLDER holds node_modules with the two npm packages; without it they are
# fetched with npm into a scratch folder. Needs /usr/bin/python3 with fonttools
# (Debian: python3-fonttools 4.38) and Unihan (Debian: unicode-data 15.0, whose
# kTGH field is 通用规范汉字表, all 8105 characters). The same versions give the
# same bytes: SHA256SUMS has the sums, and the script compares against them.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
packages=${1:-}
if [ -z "$packages" ]; then
	packages=$scratch
	npm install --silent --no-save --prefix "$packages" \
		@expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
fi
fonts=$packages/node_modules/@expo-google-fonts

/usr/bin/python3 "$here/charset.py" >"$scratch/unicodes.txt"

cut() { # cut SOURCE TARGET
	SOURCE_DATE_EPOCH=0 /usr/bin/python3 -m fontTools.subset "$1" \
		--output-file="$scratch/$2" --unicodes-file="$scratch/unicodes.txt" \
		--layout-features= --no-hinting --notdef-outline --no-glyph-names \
		--no-recalc-timestamp --name-IDs=0,1,2,4,5,6,13,14 --name-languages=0x409 \
		--drop-tables+=BASE,GDEF,GPOS,GSUB,STAT,vhea,vmtx,gasp,prep
}
cut "$fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf" NotoSerifSC-Regular.ttf
cut "$fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf" NotoSansSC-Bold.ttf
cp "$fonts/noto-serif-sc/LICENSE_FONT" "$scratch/NotoSerifSC-OFL.txt"
cp "$fonts/noto-sans-sc/LICENSE_FONT" "$scratch/NotoSansSC-OFL.txt"

cd "$scratch"
if [ -f "$here/SHA256SUMS" ] && [ -z "${UPDATE:-}" ]; then
	sha256sum --check "$here/SHA256SUMS"
else
	sha256sum Noto*.ttf Noto*.txt >"$here/SHA256SUMS"
fi
cp Noto*.ttf Noto*.txt "$here/"
