#!/bin/sh
# Usage: audit-summary.sh PLAYBOOK. What upstream changed beneath your changes, and the record to keep, as Markdown.
set -eu
playbook=$1
before=$(cat my/reviewed.yml 2> /dev/null || true)

echo '```'
"$playbook" audit || true
echo '```'

"$playbook" audit --record > /dev/null
if [ -f my/reviewed.yml ] && [ "$(cat my/reviewed.yml)" != "$before" ]; then
  echo 'Keep this as `my/reviewed.yml`, and later runs can tell what changed since:'
  echo '```yaml'
  cat my/reviewed.yml
  echo '```'
fi
