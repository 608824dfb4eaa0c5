// SYNTAX TEST "source.dockerfile" "heredocs in a Dockerfile"
FROM debian:13
RUN <<EOF
// <- keyword.other.special-method.dockerfile
//  ^^ keyword.operator.heredoc.plimsoll
//    ^^^ keyword.control.heredoc-token.plimsoll
set -e
// <- meta.embedded.block.shellscript support.function.builtin.shell
for name in a b; do
// <- meta.embedded.block.shellscript keyword.control.for.shell
  # plimsoll-disable all
//  ^^^^^^^^^^^^^^^^ meta.embedded.block.shellscript comment.line.number-sign.shell - keyword.control.suppression.plimsoll
FROM=1
// <- meta.embedded.block.shellscript - keyword.other.special-method.dockerfile
  EOF
//^^^ meta.embedded.block.shellscript
EOF
// <- keyword.control.heredoc-token.plimsoll - meta.embedded.block.shellscript
WORKDIR /app
// <- keyword.other.special-method.dockerfile - meta.embedded

RUN --mount=type=cache,target=/root/.cache <<-"SCRIPT" bash -e
//                                         ^^^ keyword.operator.heredoc.plimsoll
//                                            ^ punctuation.definition.string.begin.plimsoll
//                                             ^^^^^^ keyword.control.heredoc-token.plimsoll
	echo "${name} it's
//^^^ meta.embedded.block.shellscript support.function.builtin.shell
//     ^ meta.embedded.block.shellscript string.quoted.double.shell
	SCRIPT
//^^^^^^ keyword.control.heredoc-token.plimsoll - string
COPY app /app
// <- keyword.other.special-method.dockerfile - string meta.embedded

ONBUILD RUN sh -e <<'EOF'
// <- keyword.control.dockerfile
//      ^^^ keyword.other.special-method.dockerfile
exec true
// <- meta.embedded.block.shellscript
EOF
// <- keyword.control.heredoc-token.plimsoll

RUN <<EOF
#!/usr/bin/env python3
// <- comment.line.shebang.plimsoll
import os
// <- string.unquoted.heredoc.plimsoll
EOF
// <- keyword.control.heredoc-token.plimsoll

RUN python3 <<EOF
from os import path
// <- string.unquoted.heredoc.plimsoll - keyword
EOF
// <- keyword.control.heredoc-token.plimsoll

COPY --chmod=644 <<EOF /etc/nginx/nginx.conf
// <- keyword.other.special-method.dockerfile
//               ^^ keyword.operator.heredoc.plimsoll
#!/bin/sh
// <- string.unquoted.heredoc.plimsoll - meta.embedded
user nginx;
// <- string.unquoted.heredoc.plimsoll - keyword
EOF
// <- keyword.control.heredoc-token.plimsoll - string

RUN echo $((1<<2)) && cat <<<EOF
// <- keyword.other.special-method.dockerfile
USER 10001
// <- keyword.other.special-method.dockerfile - string meta.embedded
