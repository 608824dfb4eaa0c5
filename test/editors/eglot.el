;;; eglot.el --- a person with Eglot: sees the findings, takes a fix at one of them, saves  -*- lexical-binding: t -*-

(require 'eglot)

(defun protocol-diagnostic (diagnostic)
  (cdr (assoc 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))

(defun found-by (diagnostic)
  (let ((data (protocol-diagnostic diagnostic)))
    (finding (plist-get data :code)
             (plist-get data :severity)
             (1- (line-number-at-pos (flymake-diagnostic-beg diagnostic)))
             (plist-get data :message))))

(find-file (asked 'file))
;; Without a screen there is no command loop, which `eglot-ensure' waits for.
(run-hooks 'post-command-hook)
(await "the server" #'eglot-current-server)
(flymake-start)
(await "findings" (lambda () (>= (length (flymake-diagnostics)) (asked 'count))))
(let* ((diagnostics (flymake-diagnostics))
       (found (mapcar #'found-by diagnostics))
       titles)
  (goto-char (flymake-diagnostic-beg
              (cl-find (asked 'rule) diagnostics
                       :key (lambda (each) (plist-get (protocol-diagnostic each) :code)) :test #'equal)))
  (choosing titles (call-interactively #'eglot-code-actions))
  (save-buffer)
  (report found titles))
(kill-emacs 0)
