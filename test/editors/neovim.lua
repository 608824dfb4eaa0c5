-- Does in Neovim what a person does with one file: sees the findings, takes a fix at one of them, saves. Run inside the editor by
-- test/editors/run.mjs, which says in PLIMSOLL_TEST what to do and where to report.
local test = vim.fn.json_decode(vim.env.PLIMSOLL_TEST)
local severities = { 'error', 'warning', 'information', 'hint' }

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit')
end

local function await(what, condition)
  if not vim.wait(20000, condition, 20) then fail('waited in vain for ' .. what) end
end

local function rule_of(diagnostic)
  local data = diagnostic.user_data
  return diagnostic.code or (data and data.lsp and data.lsp.code)
end

local function check()
  await('findings', function() return #vim.diagnostic.get(0) >= test.count end)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    local line, column = diagnostic.lnum, diagnostic.col
    table.insert(found, {
      rule = rule_of(diagnostic),
      severity = severities[diagnostic.severity],
      line = line,
      message = diagnostic.message,
    })
    if rule_of(diagnostic) == test.rule then vim.api.nvim_win_set_cursor(0, { line + 1, column }) end
  end

  local titles = {}
  local before = vim.api.nvim_buf_get_changedtick(0)
  if test.save then
    vim.cmd('write')
  else
    vim.ui.select = function(items, options, choose)
      local chosen
      for _, item in ipairs(items) do
        local title = options.format_item(item)
        table.insert(titles, title)
        if title == test.title then chosen = item end
      end
      choose(chosen)
    end
    vim.lsp.buf.code_action()
    await('a change by ' .. test.title, function() return vim.api.nvim_buf_get_changedtick(0) > before end)
    vim.cmd('write')
  end
  vim.fn.writefile({ vim.fn.json_encode({ found = found, titles = titles }) }, test.report)
  vim.cmd('qall!')
end

local done, problem = pcall(check)
if not done then fail(problem) end
