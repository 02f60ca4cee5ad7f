# The program alone: no shell, no libraries, no root.
#
#     make image                                   the tree in out/image, and the image where docker, podman or buildah is installed
#     head -c 24 /dev/urandom | base64 > token.txt # others can reach a container's port: every request brings this token
#     chmod 644 token.txt                          # the container's user, 65532, reads it
#     docker run -p 127.0.0.1:8421:8421 -v jxmb:/data -v "$PWD/token.txt:/run/secrets/jxmb-token:ro" jxmb
#     docker run -v "$PWD:/work" -w /work --user "$(id -u):$(id -g)" jxmb convert season -o out -t json,xlsx,pdf
FROM scratch
COPY --chown=65532:65532 out/image/ /
USER 65532:65532
ENV HOME=/data TMPDIR=/tmp
VOLUME /data
EXPOSE 8421
ENTRYPOINT ["/usr/bin/jxmb"]
CMD ["serve", "--listen", "0.0.0.0:8421", "--data", "/data", "--token-file", "/run/secrets/jxmb-token"]
