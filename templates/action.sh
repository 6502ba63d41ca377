#!/usr/bin/env bash
# What action.yml runs: srmlint with the action's inputs, which come as
# environment variables. Reports go where the inputs say, annotations and the
# job's summary to GitHub.
set -euo pipefail

lines() { # non-empty lines of a text
    while IFS= read -r line; do
        if [ -n "$line" ]; then
            printf '%s\0' "$line"
        fi
    done <<<"$1"
}

arguments=(--format github)
[ -z "${INPUT_SARIF:-}" ] || arguments+=(--format "code-scanning=$INPUT_SARIF")
[ -z "${INPUT_HTML:-}" ] || arguments+=(--format "html=$INPUT_HTML")
[ -z "${INPUT_JSON:-}" ] || arguments+=(--format "json=$INPUT_JSON")
mapfile -d '' -t further < <(lines "${INPUT_ARGS:-}")
command=()
mapfile -d '' -t paths < <(lines "${INPUT_PATHS:-.}")
if [ -n "${INPUT_MERGE:-}" ]; then
    command=(merge)
    mapfile -d '' -t paths < <(lines "$INPUT_MERGE")
fi

status=0
"${SRMLINT:-srmlint}" "${command[@]}" "${arguments[@]}" "${further[@]}" -- "${paths[@]}" || status=$?
printf 'status=%s\n' "$status" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
