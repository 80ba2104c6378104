# Completes the command line of rung in bash: commands, options, models and files.
# SPDX-License-Identifier: Apache-2.0

_rung_models() {
  local id IFS=' '
  while read -r id _; do echo "$id"; done < <(rung models 2>/dev/null)
}

_rung_options() {
  case $1 in
  models) echo --format --language --output --help ;;
  check) echo --against --help ;;
  inspect) echo --form --map --delimiter --set-aside --help ;;
  score) echo --by --unit --units --relation --rows --person-levels --sensitivity --population --weight --form --map --delimiter --strict \
    --set-aside --least-n --merge-small --also --audit --unsafe --confidence --agreement --everyone --language --format --output --help ;;
  tally) echo --by --unit --weight --form --map --delimiter --strict --set-aside --close --output --help ;;
  merge) echo --output --help ;;
  findings) echo --by --unit --units --relation --least-n --merge-small --also --audit --unsafe --confidence --agreement --everyone --language --format --output --help ;;
  esac
}

# The columns of the file of answers that is on the line, where its header is a plain one.
_rung_columns() {
  local word header
  for word in "${COMP_WORDS[@]:3}"; do
    [[ $word == *.csv && -r $word ]] || continue
    IFS= read -r header <"$word" || return
    header=${header%$'\r'}
    tr ',;\t' '\n' <<<"${header//\"/}" | grep -v '[[:cntrl:]]'
    return
  done
}

_rung() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command=${COMP_WORDS[1]} words='' IFS=$'\n'
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    words=$(printf '%s\n' models check inspect score tally merge findings --help --version)
  else
    case $previous in
    --format)
      words=$(printf '%s\n' table csv json)
      [[ $command == models ]] && words+=$'\nmd'
      ;;
    --form) words=$(printf '%s\n' csv jsonl long) ;;
    --delimiter) words=$(printf '%s\n' comma semicolon tab) ;;
    --by | --unit | --weight) words=$(_rung_columns) ;;
    --against) words=$(_rung_models) ;;
    --least-n | --confidence | --agreement | --language) return ;;
    *)
      if [[ $current == -* ]]; then
        words=$(_rung_options "$command" | tr ' ' '\n')
      elif [[ $command == models ]]; then
        ((COMP_CWORD == 2)) && words=$(printf '%s\n' show questionnaire template) || words=$(_rung_models)
      elif ((COMP_CWORD == 2)) && [[ $command != merge ]]; then
        words=$(_rung_models)
      fi
      ;;
    esac
  fi
  # Words are compared, never expanded: some come from the header of somebody's file.
  local word
  while read -r word; do
    [[ -n $word && $word == "$current"* ]] && COMPREPLY+=("$(printf %q "$word")")
  done <<<"$words"
  ((${#COMPREPLY[@]} > 0)) || mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

complete -o filenames -F _rung rung
