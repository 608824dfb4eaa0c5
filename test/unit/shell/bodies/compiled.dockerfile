# RUN bodies of Go, Rust, C++, Java and .NET builds. Only the shell in them is of interest.
FROM golang:1.23 AS build

RUN go mod download && go mod verify

RUN CGO_ENABLED=0 GOOS=${TARGETOS:-linux} GOARCH=${TARGETARCH} go build -a -trimpath -ldflags "-s -w -X main.version=${VERSION}" -o /manager ./cmd

RUN --mount=type=bind,target=. --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \
    go build -o /out/server -tags "netgo osusergo $(test "$RACE" = 1 && echo race)" . && /out/server -version

RUN GO111MODULE=on go install github.com/example/tool@v1.55.2; [ "$(go env GOARCH)" = amd64 ] || exit 0

RUN mkdir src && echo 'fn main() { println!("if you see this, the build broke"); }' > src/main.rs \
 && cargo build --release && rm -f target/release/deps/app* src/*.rs

RUN curl --proto '=https' --tlsv1.2 -sSf https://sh.example.org | sh -s -- -y --default-toolchain stable --profile minimal && \
    . "$HOME/.cargo/env" && rustup target add x86_64-unknown-linux-musl

RUN cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS="-O2 -g0 -Wall" && cmake --build build -- -j $(( $(nproc) > 8 ? 8 : $(nproc) )) && ctest --test-dir build

RUN git clone --depth 1 -b "v${TAG#v}" https://git.example.org/lib.git /tmp/lib && cd /tmp/lib && ./autogen.sh && ./configure --prefix=/usr CFLAGS="-Os -fomit-frame-pointer" && make && make install DESTDIR=/out; rm -rf /tmp/lib

RUN ./mvnw -B -DskipTests dependency:go-offline && ./mvnw -B package -DskipTests && java -Djarmode=layertools -jar target/*.jar extract

RUN --mount=type=cache,target=/root/.gradle ./gradlew --no-daemon bootJar -x test && unzip -q build/libs/*-SNAPSHOT.jar -d /app

RUN dotnet restore "Api/Api.csproj" -a $TARGETARCH && dotnet publish -c Release -o /app --no-restore /p:UseAppHost=false

RUN jlink --add-modules "$(jdeps --ignore-missing-deps -q --recursive --multi-release 17 --print-module-deps app.jar)" --strip-debug --no-man-pages --output /jre

RUN for os in linux darwin; do for arch in amd64 arm64; do GOOS=$os GOARCH=$arch go build -o "/dist/app-$os-$arch" . & done; done; wait

RUN strip --strip-unneeded /out/* 2>/dev/null || true; ldd /out/app | awk 'NF == 4 { print $3 }' | xargs -I{} cp -v {} /out/lib/
