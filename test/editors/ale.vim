" Does in Vim what a person does with one file: sees the findings, takes a fix at one of them, saves. Run inside the editor by
" test/editors/run.mjs, which says in PLIMSOLL_TEST what to do and where to report.
let s:test = json_decode($PLIMSOLL_TEST)
let s:titles = []

function! s:Await(what, Condition) abort
  let l:started = reltime()
  while !a:Condition()
    if reltimefloat(reltime(l:started)) > 20
      throw 'waited in vain for ' . a:what
    endif
    sleep 20m
  endwhile
endfunction

function! s:Findings() abort
  return get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
endfunction

function! s:Choose(data, items) abort
  let s:titles = map(copy(a:items), {_, item -> item[1].title})
  for l:item in a:items
    if l:item[1].title ==# s:test.title
      call ale#codefix#ApplyLSPCodeAction(a:data, l:item[1])
    endif
  endfor
endfunction

" ALE tells errors from warnings, and no more.
function! s:Reported(item) abort
  return {'rule': a:item.code, 'severity': a:item.type ==# 'E' ? 'error' : 'warning', 'line': a:item.lnum - 1,
  \ 'message': a:item.text}
endfunction

try
  call s:Await('findings', {-> len(s:Findings()) >= s:test.count})
  let s:found = map(copy(s:Findings()), {_, item -> s:Reported(item)})
  for s:item in s:Findings()
    if s:item.code ==# s:test.rule
      call cursor(s:item.lnum, s:item.col)
    endif
  endfor
  let s:before = b:changedtick
  call ale#codefix#Execute(0, function('s:Choose'))
  call s:Await('a change by ' . s:test.title, {-> b:changedtick > s:before})
  silent write
  call writefile([json_encode({'found': s:found, 'titles': s:titles})], s:test.report)
  qall!
catch
  call writefile([v:exception . ' at ' . v:throwpoint], '/dev/stderr')
  cquit
endtry
