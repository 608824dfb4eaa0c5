# RUN bodies of Python and data science images. Only the shell in them is of interest.
FROM python:3.12-slim

RUN pip install --no-cache-dir --upgrade pip setuptools wheel && pip install --no-cache-dir -r requirements.txt

RUN python -m venv /venv && . /venv/bin/activate && pip install 'flask[async]>=3,<4' "gunicorn==22.*"

RUN --mount=type=cache,target=/root/.cache/pip pip install --require-hashes -r requirements.lock

RUN curl -sSL https://install.python-poetry.org | POETRY_HOME=/opt/poetry python3 - && \
    cd /usr/local/bin && ln -s /opt/poetry/bin/poetry && \
    poetry config virtualenvs.create false

RUN bash -c "if [ $INSTALL_DEV == 'true' ] ; then poetry install --no-root ; else poetry install --no-root --no-dev ; fi"

RUN python -c "import nltk; nltk.download('punkt'); nltk.download('stopwords')"

RUN python3 -c 'import sys; print(sys.version)' && python3 manage.py collectstatic --noinput --clear

RUN conda install --quiet --yes \
    'numpy=1.26.*' \
    'pandas=2.2.*' && \
    conda clean --all -f -y && \
    fix-permissions "${CONDA_DIR}" && \
    fix-permissions "/home/${NB_USER}"

RUN set -x && \
    arch=$(uname -m) && \
    if [ "${arch}" = "x86_64" ]; then \
        # Should be simpler, see <https://example.org/issues/1437>
        arch="64"; \
    fi && \
    wget --progress=dot:giga -O - \
        "https://micro.example.org/api/micromamba/linux-${arch}/latest" | tar -xvj -C /tmp bin/micromamba --strip-components=1 && \
    PYTHON_SPECIFIER="python=${PYTHON_VERSION}" && \
    if [[ "${PYTHON_VERSION}" == "default" ]]; then PYTHON_SPECIFIER="python"; fi && \
    ./micromamba install --root-prefix="${CONDA_DIR}" --yes "${PYTHON_SPECIFIER}" 'mamba' && \
    mamba list --full-name 'python' | tail -1 | tr -s ' ' | cut -d ' ' -f 1,2 | sed 's/\.[^.]*$/.*/' >> "${CONDA_DIR}/conda-meta/pinned"

RUN echo "jupyter ALL=(ALL) NOPASSWD: ALL" >> /etc/sudoers.d/jupyter && chmod g-w,o-rwx /etc/sudoers.d/jupyter

RUN pip uninstall -y $(pip freeze | grep -iE 'test|mock' | cut -d= -f1) || :

RUN export PIP_ARGS="--no-cache-dir $( [ -n "$PIP_INDEX" ] && echo "--index-url $PIP_INDEX" )"; pip install $PIP_ARGS .

RUN R -e "install.packages(c('ggplot2', 'dplyr'), repos='https://cran.example.org')" && rm -rf /tmp/downloaded_packages/ /tmp/*.rds
