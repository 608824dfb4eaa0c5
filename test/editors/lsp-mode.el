;;; lsp-mode.el --- a person with lsp-mode: sees the findings, takes a fix at one of them, saves  -*- lexical-binding: t -*-

(require 'lsp-mode)

(setq lsp-auto-guess-root t
      lsp-enable-file-watchers nil
      lsp-enable-snippet nil
      lsp-headerline-breadcrumb-enable nil)

(defun start-of (diagnostic) (lsp:range-start (lsp:diagnostic-range diagnostic)))

(defun found-by (diagnostic)
  (finding (lsp:diagnostic-code? diagnostic)
           (lsp:diagnostic-severity? diagnostic)
           (lsp:position-line (start-of diagnostic))
           (lsp:diagnostic-message diagnostic)))

(find-file (asked 'file))
(lsp)
(defun known-diagnostics () (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics)))
(await "findings" (lambda () (>= (length (known-diagnostics)) (asked 'count))))
(let ((found (mapcar #'found-by (known-diagnostics)))
      titles)
  (goto-char (lsp--position-to-point
              (start-of (cl-find (asked 'rule) (known-diagnostics) :key #'lsp:diagnostic-code? :test #'equal))))
  (choosing titles (call-interactively #'lsp-execute-code-action))
  (save-buffer)
  (report found titles))
(kill-emacs 0)
