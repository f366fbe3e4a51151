# fasti as an image: one static program, no shell, no root.
#   docker build -t fasti --build-arg VERSION=v1.2.3 .
#   docker run --rm -u "$(id -u):$(id -g)" -v "$PWD:/site" fasti build
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
ARG VERSION=
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.release=$VERSION" -o /fasti ./cmd/fasti
RUN mkdir /site /scratch && chmod 1777 /scratch

FROM scratch
COPY --from=build /fasti /fasti
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build --chown=65532:65532 /site /site
COPY --from=build /scratch /tmp
USER 65532:65532
WORKDIR /site
ENTRYPOINT ["/fasti"]
