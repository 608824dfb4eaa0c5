# RUN bodies of Node.js, and of web front ends and Ruby and PHP beside them. Only the shell in them is of interest.
FROM node:22-alpine

RUN npm ci --omit=dev && npm cache clean --force

RUN yarn install --frozen-lockfile --production=true && yarn cache clean

RUN corepack enable && pnpm fetch --prod && pnpm install -r --offline --prod

RUN --mount=type=cache,target=/root/.npm npm install -g npm@latest @angular/cli@17 typescript

RUN \
  if [ -f yarn.lock ]; then yarn --frozen-lockfile; \
  elif [ -f package-lock.json ]; then npm ci; \
  elif [ -f pnpm-lock.yaml ]; then corepack enable pnpm && pnpm i --frozen-lockfile; \
  else echo "Lockfile not found." && exit 1; \
  fi

RUN --mount=type=secret,id=npmrc,target=/root/.npmrc NODE_ENV=production npm run build -- --configuration="${CONFIGURATION:-production}"

RUN ARCH= && dpkgArch="$(dpkg --print-architecture)" \
  && case "${dpkgArch##*-}" in \
    amd64) ARCH='x64';; \
    ppc64el) ARCH='ppc64le';; \
    i386) ARCH='x86';; \
    *) echo "unsupported architecture"; exit 1 ;; \
  esac \
  && for key in \
    0000000000000000000000000000000000000001 \
    0000000000000000000000000000000000000002 \
  ; do \
      gpg --batch --keyserver hkps://keys.example.org --recv-keys "$key" || \
      gpg --batch --keyserver keyserver.example.com --recv-keys "$key" ; \
  done \
  && curl -fsSLO --compressed "https://nodejs.example.org/dist/v$NODE_VERSION/node-v$NODE_VERSION-linux-$ARCH.tar.xz" \
  && grep " node-v$NODE_VERSION-linux-$ARCH.tar.xz\$" SHASUMS256.txt | sha256sum -c - \
  && tar -xJf "node-v$NODE_VERSION-linux-$ARCH.tar.xz" -C /usr/local --strip-components=1 --no-same-owner \
  && ln -s /usr/local/bin/node /usr/local/bin/nodejs

RUN node -e "const fs = require('fs'); fs.writeFileSync('version.json', JSON.stringify({ version: process.env.VERSION || 'dev' }))"

RUN npx ng build --prod && gzip -k -9 dist/**/*.js && find dist -name '*.map' -delete

RUN bundle config set --local without 'development test' && bundle install -j4 --retry 3 && rm -rf /usr/local/bundle/cache/*.gem

RUN SECRET_KEY_BASE=1 RAILS_ENV=production bundle exec rake assets:precompile

RUN gem install bundler -v "$(tail -n1 Gemfile.lock | tr -d ' ')" --no-document

RUN composer install --no-dev --no-interaction --prefer-dist --optimize-autoloader \
 && composer clear-cache && php artisan config:cache

RUN docker-php-ext-configure gd --with-freetype --with-jpeg \
 && docker-php-ext-install -j$(nproc) gd pdo_mysql opcache \
 && pecl install redis-6.0.2 && docker-php-ext-enable redis \
 && { echo 'opcache.memory_consumption=128'; echo 'opcache.revalidate_freq=60'; } > /usr/local/etc/php/conf.d/opcache.ini
