# RUN bodies in the styles that images on Red Hat's and related systems are written in. Only the shell is of interest.
FROM registry.access.redhat.com/ubi9/ubi-minimal

RUN yum -y update && yum -y install epel-release && yum clean all && rm -rf /var/cache/yum

RUN microdnf install -y --nodocs --setopt=install_weak_deps=0 java-17-openjdk-headless && microdnf clean all

RUN INSTALL_PKGS="bsdtar findutils gettext groff-base tar unzip" && \
    mkdir -p ${HOME}/.pki/nssdb && \
    chown -R 1001:0 ${HOME}/.pki && \
    dnf install -y --setopt=tsflags=nodocs $INSTALL_PKGS && \
    rpm -V $INSTALL_PKGS && \
    dnf -y clean all --enablerepo='*'

RUN rpm --import https://packages.example.org/GPG-KEY && \
    printf '[example]\nname=Example\nbaseurl=https://packages.example.org/%s/\ngpgcheck=1\n' "$(rpm -E '%{rhel}')" \
      > /etc/yum.repos.d/example.repo

RUN curl -sSLo /tmp/rpm.rpm "https://rpm.example.org/el/$(rpm -E %rhel)/$(uname -m)/agent.rpm" \
 && rpm -Uvh /tmp/rpm.rpm ; rm -f /tmp/rpm.rpm

RUN zypper --non-interactive refresh; zypper --non-interactive install --no-recommends curl; zypper clean --all

RUN tdnf install -y ca-certificates shadow-utils && tdnf clean all

RUN pacman -Syu --noconfirm base-devel && pacman -Scc --noconfirm

RUN localedef -f UTF-8 -i en_US en_US.UTF-8 >& /dev/null && systemctl enable httpd.service && (cd /lib/systemd/system/sysinit.target.wants/; for i in *; do [ $i == systemd-tmpfiles-setup.service ] || rm -f $i; done); rm -f /lib/systemd/system/multi-user.target.wants/*

RUN chgrp -R 0 /opt/app-root && chmod -R g=u /opt/app-root /etc/passwd && fix-permissions /opt/app-root -P

RUN useradd -u 1001 -r -g 0 -d ${APP_ROOT}/src -s /sbin/nologin \
      -c "Default Application User" default && \
    chown -R 1001:0 ${APP_ROOT}
