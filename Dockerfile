# The tutor for amd64 and arm64, without TensorFlow's native library (the tutor's own engine is quicker):
#   docker buildx build --platform linux/amd64,linux/arm64 .
# All is put together on the machine that builds, for the one that was asked for; nothing is emulated.
# What it runs on has Node, libc and nothing else; --build-arg BASE=node:24-slim adds a shell and 90 MB.
ARG BASE=gcr.io/distroless/nodejs24-debian12:nonroot

FROM --platform=$BUILDPLATFORM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . ./
RUN npm run build && node hosting/prune-modules.mjs dist
RUN mkdir data

FROM --platform=$BUILDPLATFORM node:24-slim AS modules
ARG TARGETARCH
WORKDIR /app
COPY package.json package-lock.json hosting/prune-modules.mjs ./
# The only optional dependency of our own is the native library; those of others are their binaries.
RUN for_this="--omit=dev --ignore-scripts --os=linux --libc=glibc --cpu=$(echo $TARGETARCH | sed s/amd64/x64/)" \
  && npm ci $for_this --no-audit --no-fund \
  && npm pkg delete optionalDependencies \
  && npm prune $for_this --no-audit --no-fund \
  && node prune-modules.mjs node_modules

FROM ${BASE}
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build --chown=65532:65532 /app/data /data
# In a container 127.0.0.1 is the container alone. The room has no password: publish its port with care.
ENV NODE_ENV=production HOME=/data PATH=/nodejs/bin:/usr/local/bin:/usr/bin:/bin
ENV WEB_HOST=0.0.0.0 WEB_PORT=3000 PROBE_HOST=0.0.0.0 HEALTH_PORT=8080 DATA_DIR=/data
USER 65532:65532
VOLUME /data
EXPOSE 3000 8080
# On a machine that trains with all it has, starting a program takes its time.
HEALTHCHECK --interval=30s --timeout=20s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["dist/src/main.js"]
