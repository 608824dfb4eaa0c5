# SYNTAX TEST "source.dockerfile" "suppression comments in a Dockerfile"
# plimsoll-disable pin-parent, hadolint/DL3008 -- the mirror has one version
# <- comment.line.number-sign.dockerfile punctuation.definition.comment.dockerfile
# ^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile keyword.control.suppression.plimsoll
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile entity.name.rule.plimsoll
#                                              ^^ comment.line.number-sign.dockerfile punctuation.separator.reason.plimsoll
#                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile - entity.name.rule.plimsoll
FROM debian:12
#^^^ keyword.other.special-method.dockerfile
# plimsoll-disable-next-line
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ keyword.control.suppression.plimsoll
RUN apt-get update
# plimsoll-disabled
# ^^^^^^^^^^^^^^^^^ comment.line.number-sign.dockerfile - keyword.control.suppression.plimsoll
