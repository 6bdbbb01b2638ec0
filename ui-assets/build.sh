#!/bin/sh
# Compiles the theme and copies the font into the application's static files. Run after a change of
# theme.scss or of a version in package.json, and commit what it wrote: the Java build needs no Node.
set -eu
cd "$(dirname "$0")"
static=../app/src/main/resources/static
mkdir -p "$static/assets/fonts" "$static/licences"
npx sass --no-source-map --style=compressed --load-path=. --load-path=node_modules \
    theme.scss "$static/assets/sightline-base.css"
for weight in 400 600 700; do
    cp "node_modules/@fontsource/inter/files/inter-latin-$weight-normal.woff2" "$static/assets/fonts/"
done
cp node_modules/@fontsource/inter/LICENSE "$static/licences/inter-OFL-1.1.txt"
cp licences/*.txt "$static/licences/"
if grep -qiE 'GDS.Transport|govuk-cres[t]|logotyp[e]|govuk-log[o]|#1d70b8' "$static/assets/sightline-base.css"; then
    echo "The compiled theme names a GOV.UK brand element. Take it out of theme.scss." >&2
    exit 1
fi
wc -c "$static/assets/sightline-base.css"
