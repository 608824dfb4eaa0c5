# RUN bodies in the styles that images on Debian and Ubuntu are written in. Only the shell in them is of interest.
FROM debian:bookworm-slim

RUN apt-get update && apt-get install -y --no-install-recommends curl ca-certificates && rm -rf /var/lib/apt/lists/*

RUN apt-get update
RUN apt-get install -y git

RUN set -eux; \
    savedAptMark="$(apt-mark showmanual)"; \
    apt-get update; \
    apt-get install -y --no-install-recommends \
        # needed to fetch the sources
        ca-certificates \
        dirmngr \

        gnupg \
        wget \
    ; \
    rm -rf /var/lib/apt/lists/*; \
    arch="$(dpkg --print-architecture | awk -F- '{ print $NF }')"; \
    wget -O /usr/local/bin/step "https://downloads.example.org/step/$STEP_VERSION/step-$arch"; \
    wget -O /usr/local/bin/step.asc "https://downloads.example.org/step/$STEP_VERSION/step-$arch.asc"; \
    export GNUPGHOME="$(mktemp -d)"; \
    gpg --batch --keyserver hkps://keys.example.org --recv-keys 0123456789ABCDEF; \
    gpg --batch --verify /usr/local/bin/step.asc /usr/local/bin/step; \
    gpgconf --kill all; \
    rm -rf "$GNUPGHOME" /usr/local/bin/step.asc; \
    apt-mark auto '.*' > /dev/null; \
    [ -z "$savedAptMark" ] || apt-mark manual $savedAptMark > /dev/null; \
    apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false; \
    chmod +x /usr/local/bin/step; \
    step --version

RUN DEBIAN_FRONTEND=noninteractive apt-get -qq update \
 && DEBIAN_FRONTEND=noninteractive apt-get -qqy install --no-install-recommends \
      libpq5=15.* \
      locales \
      tzdata \
 && sed -i -e 's/# \(en_US\.UTF-8 .*\)/\1/' /etc/locale.gen \
 && locale-gen \
 && apt-get clean \
 && rm -rf /var/lib/apt/lists/* /tmp/* /var/tmp/*

RUN buildDeps='gcc libc6-dev make' \
    && set -x \
    && apt-get update && apt-get install -y $buildDeps --no-install-recommends \
    && mkdir -p /usr/src/app \
    && curl -fsSL "https://example.org/app-$VERSION.tar.gz" | tar -xzC /usr/src/app --strip-components=1 \
    && make -C /usr/src/app -j"$(nproc)" \
    && make -C /usr/src/app install \
    && rm -r /usr/src/app \
    && apt-get purge -y --auto-remove $buildDeps

RUN groupadd --system --gid 999 app && useradd --system --uid 999 --gid app --home-dir /app --shell /usr/sbin/nologin app

RUN echo "deb [signed-by=/usr/share/keyrings/example.gpg] https://apt.example.org $(. /etc/os-release && echo "$VERSION_CODENAME") main" \
      > /etc/apt/sources.list.d/example.list \
    && curl -fsSL https://apt.example.org/key.asc | gpg --dearmor -o /usr/share/keyrings/example.gpg

RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \
    --mount=type=cache,target=/var/lib/apt,sharing=locked \
    rm -f /etc/apt/apt.conf.d/docker-clean; \
    apt-get update && apt-get install -y --no-install-recommends build-essential

RUN ln -sf /dev/stdout /var/log/app/access.log && ln -sf /dev/stderr /var/log/app/error.log

RUN { \
      echo '[mysqld]'; \
      echo 'skip-host-cache'; \
      echo "datadir = ${DATA_DIR:-/var/lib/mysql}"; \
    } > /etc/mysql/conf.d/docker.cnf

RUN ldconfig; \
    find /usr/local -depth \
      \( \
        \( -type d -a \( -name test -o -name tests \) \) \
        -o \( -type f -a \( -name '*.pyc' -o -name '*.pyo' -o -name 'libx*.a' \) \) \
      \) -exec rm -rf '{}' + \
    ; \
    find /usr/local -type f -executable -exec ldd '{}' ';' 2>/dev/null \
      | awk '/=>/ { so = $(NF-1); if (index(so, "/usr/local/") == 1) { next }; gsub("^/(usr/)?", "", so); print so }' \
      | sort -u \
      | xargs -r dpkg-query --search \
      | cut -d: -f1 \
      | sort -u \
      | xargs -r apt-mark manual

RUN if ! grep -q '^www-data:' /etc/passwd; then useradd -r www-data; fi; chown -R www-data: /var/www

RUN sudo apt install -y vim; sudo -u app -E env HOME=/home/app sh -c 'cd && touch .ready'

RUN dpkgArch="$(dpkg --print-architecture)"; case "${dpkgArch##*-}" in amd64) url='https://a.example.org/x64';; arm64) url='https://a.example.org/arm64';; *) echo >&2 "error: unsupported architecture: $dpkgArch"; exit 1;; esac; curl -fL "$url" -o /usr/local/bin/tool

RUN apt-get update \
  ; apt-get install --yes \
      python3 `# the interpreter` \
      python3-venv \
  || (cat /var/log/apt/term.log; exit 1)
