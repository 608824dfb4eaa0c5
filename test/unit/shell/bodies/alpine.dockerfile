# RUN bodies in the styles that images on Alpine are written in. Only the shell in them is of interest.
FROM alpine:3.20

RUN apk add --no-cache tini su-exec tzdata

RUN apk --no-cache add --virtual .build-deps gcc musl-dev libffi-dev \
  && pip install --no-cache-dir -r requirements.txt \
  && apk del .build-deps

RUN set -eux; \
	addgroup -g 82 -S www-data; \
	adduser -u 82 -D -S -G www-data www-data

RUN apk update && apk upgrade && apk add bash && rm -rf /var/cache/apk/*

RUN set -x \
    && apkArch="$(cat /etc/apk/arch)" \
    && case "$apkArch" in \
        x86_64|aarch64) \
            printf "%s%s%s%s\n" \
                "@main " \
                "https://packages.example.org/alpine/v" \
                "$(egrep -o '^[0-9]+\.[0-9]+' /etc/alpine-release)" \
                "/main" \
            | tee -a /etc/apk/repositories \
            && apk add -X "https://packages.example.org/alpine" --no-cache $packages \
            ;; \
        *) \
            set -x \
            && tempDir="$(mktemp -d)" \
            && chown nobody:nobody $tempDir \
            && su nobody -s /bin/sh -c " \
                export HOME=${tempDir} \
                && cd ${tempDir} \
                && curl -f -O https://example.org/pkg-${REVISION}.tar.gz \
                && PKGOSSCHECKSUM=\"abcdef *${REVISION}.tar.gz\" \
                && if [ \"\$(openssl sha512 -r ${REVISION}.tar.gz)\" = \"\$PKGOSSCHECKSUM\" ]; then \
                    echo \"checksum verification succeeded!\"; \
                else \
                    echo \"checksum verification failed!\"; \
                    exit 1; \
                fi \
                && tar xzvf ${REVISION}.tar.gz" \
            && apk add --no-cache --allow-untrusted ${tempDir}/packages/*.apk \
            ;; \
    esac

RUN runDeps="$( \
      scanelf --needed --nobanner --format '%n#p' --recursive /usr/local \
        | tr ',' '\n' \
        | sort -u \
        | awk 'system("[ -e /usr/local/lib/" $1 " ]") == 0 { next } { print "so:" $1 }' \
    )"; \
    apk add --no-cache --virtual .run-deps $runDeps

RUN [ ! -e /etc/nsswitch.conf ] && echo 'hosts: files dns' > /etc/nsswitch.conf

RUN wget -qO- https://example.org/install.sh | sh -s -- -b /usr/local/bin v1.2.3

RUN echo -e '#!/bin/sh\nexec "$@"' > /entrypoint.sh && chmod 0755 /entrypoint.sh

RUN mkdir -p /run/php && chown -R "${USER_ID:-1000}:${GROUP_ID:-1000}" /run/php /var/lib/{nginx,php83} 2>/dev/null || true

RUN for i in $(seq 1 3); do apk add --no-cache curl && break || sleep 5; done

RUN ( cd /usr/src && tar -xf app.tar && cd app && ./configure && make install ) && rm -rf /usr/src/app*

RUN sed -i "s|^;*date.timezone =.*|date.timezone = ${TZ}|i" /etc/php83/php.ini; sed -i 's/^user = nobody$/user = app/g; s/^group = nobody$/group = app/g' /etc/php83/php-fpm.d/www.conf
