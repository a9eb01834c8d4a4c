#!/bin/sh
# Reproducible release binaries: the same commit gives the same bytes. Writes
# dist/ with one binary a system, SHA256SUMS and an SBOM in CycloneDX form.
set -eu
cd "$(dirname "$0")/../.."
export CGO_ENABLED=0
version=${VERSION:-$(git describe --tags --always)}
go=${GO:-go}
rm -rf dist && mkdir -p dist
for target in windows/amd64 linux/amd64 linux/arm64; do
  os=${target%/*} arch=${target#*/} ext=""
  [ "$os" = windows ] && ext=".exe"
  name="ocoprint-$version-$os-$arch$ext"
  echo "building $name"
  GOOS=$os GOARCH=$arch $go build -trimpath -buildvcs=false -ldflags "-s -w -buildid= -X main.version=$version" -o "dist/$name" ./cmd/ocoprint
done
$go tool -modfile=internal/tools/go.mod cyclonedx-gomod app -json -noserial -main cmd/ocoprint -output dist/ocoprint-sbom.cdx.json . 2>/dev/null ||
  $go tool -modfile=internal/tools/go.mod cyclonedx-gomod mod -json -noserial -output dist/ocoprint-sbom.cdx.json .
# the SBOM's time is the commit's, so that it too is the same every time
stamp=$(TZ=UTC git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd)
sed -i.was "s/\"timestamp\": \"[^\"]*\"/\"timestamp\": \"$stamp\"/" dist/ocoprint-sbom.cdx.json && rm dist/ocoprint-sbom.cdx.json.was
(cd dist && sha256sum ocoprint-* > SHA256SUMS && cat SHA256SUMS)
