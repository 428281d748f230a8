#!/bin/sh
# Usage: personal-files.sh BASE HEAD. Ends with 1, and a kind message, if HEAD brings files of someone's own to a
# repository that has none. A copy that has such files may take more of them.
set -eu
base=$1
head=$2

there=$(git ls-tree -r --name-only "$base" -- my | grep -v '^my/README\.md$' || true)
offered=$(git diff --name-only --diff-filter=d "$base" "$head" -- my ':(exclude)my/README.md')

if [ -n "$there" ] || [ -z "$offered" ]; then
  echo "Nothing personal here."
  exit 0
fi

cat "$(dirname "$0")/personal-files.md"
echo "$offered" | sed 's/^/- `/; s/$/`/'
exit 1
