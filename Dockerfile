# syntax=docker/dockerfile:1
# A static binary and nothing else: no shell, no package manager, no root.
#   docker build -t srmlint .
#   docker run --rm --network none --read-only -v "$PWD:/work:ro" srmlint plan.json
FROM --platform=$BUILDPLATFORM golang:1.26 AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH \
    go build -trimpath -ldflags=-buildid= -o /srmlint ./cmd/srmlint

FROM scratch
COPY --from=build /srmlint /srmlint
WORKDIR /work
USER 65532:65532
ENTRYPOINT ["/srmlint"]
