# RUN bodies with here-documents, as whole scripts and as input of a command. Only the shell in them is of interest.
FROM debian:bookworm-slim

RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends curl
rm -rf /var/lib/apt/lists/*
EOF

RUN <<'EOS'
set -eu
# A comment, with an unbalanced ' in it
for file in /etc/skel/.*; do
  case "$file" in
    */. | */..) continue ;;
    *) cp -a "$file" /root/ ;;
  esac
done

if ! command -v jq > /dev/null; then
  echo "jq is missing" >&2
  exit 1
fi
EOS

RUN cat <<EOF > /etc/app.conf
listen = 0.0.0.0:${PORT}
workers = $(nproc)
name = "it's here"
EOF

RUN cat > /usr/local/bin/start <<'EOF' && chmod +x /usr/local/bin/start
#!/bin/sh
set -e
if [ "$1" = serve ]; then exec app serve; fi
exec "$@"
EOF

RUN <<-EOT
	mkdir -p /opt/app
	while read -r name value; do
		echo "$name=$value" >> /opt/app/env
	done <<-END
		A 1
		B 2
	END
EOT

RUN cat <<ONE >/one && cat <<TWO >/two
first $(hostname)
ONE
second
TWO

RUN sqlite3 /data.db <<SQL | tee /log
create table t (a integer); -- a 'comment'
insert into t values (1);
SQL

RUN <<EOF
#!/usr/bin/env bash
set -euo pipefail
declare -A ports=([http]=80 [https]=443)
for name in "${!ports[@]}"; do
  printf '%s %d\n' "$name" "${ports[$name]}"
done
trap 'rm -f "$tmp"' EXIT
tmp=$(mktemp)
retry() {
  local n=0
  until "$@"; do
    (( n++ < 5 )) || return 1
    sleep $((n * 2))
  done
}
retry curl -fsSL https://example.org -o "$tmp"
[[ $(wc -c < "$tmp") -gt 0 && $HOSTNAME =~ ^(build|ci)-[0-9]+$ ]] && echo ok
EOF

RUN tee -a /etc/profile.d/path.sh <<'EOF' >/dev/null; chmod 644 /etc/profile.d/path.sh
export PATH="/opt/bin:$PATH"
EOF
