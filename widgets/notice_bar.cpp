// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace collapsar {

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent), m_text(new QLabel), m_dismiss(new QToolButton) {
    setProperty("class", "notice");
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setText(tr("Dismiss"));
    m_dismiss->setObjectName(QStringLiteral("dismissNotice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 12, 3);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_dismiss);
    connect(m_dismiss, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(const QString& text, const QString& details) {
    m_text->setText(text);
    m_text->setToolTip(details);
    setAccessibleName(text);
    setAccessibleDescription(details);
    show();
}

QString NoticeBar::text() const {
    return isHidden() ? QString() : m_text->text();
}

}  // namespace collapsar
