# RUN bodies with the odder parts of the shell language. Only the shell in them is of interest.
FROM ubuntu:24.04

RUN sh -c 'set -e; for f in *.sh; do . "./$f"; done'

RUN /bin/bash -lc "source /etc/profile.d/rvm.sh && rvm install ruby-3.3 --default"

RUN service mysql start && sleep 5 && mysql -uroot -e "CREATE DATABASE app; GRANT ALL ON app.* TO 'app'@'%';" && service mysql stop

RUN (Xvfb :99 -screen 0 1280x1024x24 > /dev/null 2>&1 &) && DISPLAY=:99 wine wineboot --init && wineserver -w

RUN nginx -g 'daemon off;' & sleep 2; curl -sf localhost || exit 1; kill %1

RUN while ! nc -z localhost 5432; do sleep 0.1; done; echo up

RUN test -n "$TOKEN" || { echo "TOKEN is not set" >&2; exit 1; }

RUN fetch() { curl -fsSL --retry 3 "https://example.org/$1" -o "$2"; } && fetch a.tgz /tmp/a.tgz && fetch b.tgz /tmp/b.tgz

RUN until [ $(curl -s -o /dev/null -w '%{http_code}' localhost:9200) -eq 200 ]; do printf .; sleep 1; done

RUN echo "root:$(openssl rand -base64 12)" | chpasswd; passwd -l root; usermod -s /sbin/nologin root

RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} \; || true

RUN i=0; while [ $i -lt 3 ]; do i=$((i+1)); wget -q "https://mirror$i.example.org/f" && break; done; test -f f

RUN diff <(sort a.txt) <(sort b.txt) || comm -13 <(sort a.txt) <(sort b.txt) > new.txt

RUN IFS=',' read -ra parts <<< "$LIST"; for p in "${parts[@]}"; do echo "${p//[^a-z]/_}"; done

RUN exec 3>&1; ( echo out >&3; echo err >&2 ) 2>/tmp/err 3>&-

RUN echo 'ServerName localhost' >>/etc/apache2/apache2.conf&&a2enmod rewrite headers&&a2dissite 000-default

RUN VERSION=$(curl -s https://api.example.org/latest | grep -o '"tag_name": "[^"]*"' | sed -E 's/.*"v([^"]+)".*/\1/') \
  && echo "Installing ${VERSION}..." \
  && curl -L "https://example.org/v${VERSION}/app_${VERSION}_$(uname -s)_$(uname -m | sed 's/x86_64/amd64/').tar.gz" | tar xz -C /usr/local/bin app

RUN useradd -ms /bin/bash "$(printf '%s' "${USER_NAME:-dev}" | tr '[:upper:]' '[:lower:]')" && echo "umask 027" >> ~dev/.bashrc

RUN chmod u+x,g-w /entry* && mv /etc/foo{,.bak} && touch /var/log/{a,b}.log && ls -l ??.txt [!a]*.md 2> /dev/null; true

RUN awk 'BEGIN { FS = ":" } $3 >= 1000 && $1 != "nobody" { print $1; count++ } END { print count > "/tmp/n" }' /etc/passwd | while IFS= read -r u; do userdel -r "$u"; done

RUN time make check 2>&1 | tee check.log; ! grep -q FAIL check.log

RUN eval "$(ssh-agent -s)" && ssh-add - <<< "${SSH_KEY}" && git ls-remote git@git.example.org:a/b.git; kill "$SSH_AGENT_PID"
