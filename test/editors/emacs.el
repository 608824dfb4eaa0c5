;;; emacs.el --- what the tests in Emacs share  -*- lexical-binding: t -*-

;; test/editors/run.mjs says in PLIMSOLL_TEST what to do and where to report.

(require 'cl-lib)
(require 'json)

(setq make-backup-files nil
      coding-system-for-write 'utf-8
      ;; What a key was typed for, and not the mouse clicked.
      last-nonmenu-event ?a)

(defvar test (let ((json-object-type 'alist)) (json-read-from-string (getenv "PLIMSOLL_TEST"))))

(defun asked (key) (alist-get key test))

(defun await (what condition)
  (let ((deadline (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) deadline) (error "waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun finding (rule severity line message)
  `((rule . ,rule)
    (severity . ,(aref ["" "error" "warning" "information" "hint"] severity))
    (line . ,line)
    (message . ,message)))

(defun report (found titles)
  (with-temp-file (asked 'report)
    (insert (json-encode `((found . ,(vconcat found)) (titles . ,(vconcat titles)))))))

(defmacro choosing (titles &rest body)
  "Do BODY; when it asks which of several, take what the test asks for, and keep all in TITLES."
  `(cl-letf (((symbol-function 'completing-read)
              (lambda (_prompt items &rest _)
                (setq ,titles (if (functionp items)
                                  (all-completions "" items)
                                (mapcar (lambda (item) (if (consp item) (car item) item)) items)))
                (asked 'title))))
     ,@body))
