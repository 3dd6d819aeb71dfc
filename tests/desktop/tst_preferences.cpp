// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferencesdialog.h"
#include "desktop/settingeditor.h"
#include "desktop/wheelfields.h"
#include "support/testmain.h"
#include "support/wheel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace tst_preferences {

using namespace trawl;
using namespace trawl::desktop;

class TestPreferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store.clear();
        m_prompts.chooseFolder = [this](QWidget *, const QString &) { return m_folder; };
        open();
    }
    void cleanup() { m_dialog.reset(); }

    void hasAnEditorForEverythingWithALabel()
    {
        for (const auto &info : Settings::table()) {
            const auto *editor = find(info.setting);
            QCOMPARE(editor != nullptr, info.label != nullptr);
            if (!editor)
                continue;
            QCOMPARE(editor->value(), info.fallback());
            QVERIFY2(editor->problem().isEmpty(), qPrintable(editor->problem()));
            QVERIFY(!editor->control()->toolTip().isEmpty());
        }
    }

    void everyValueGoesThroughItsEditor_data()
    {
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QVariant>("value");
        const auto row = [](Setting setting, const QVariant &value) {
            QTest::newRow(qPrintable(Settings::name(setting))) << setting << value;
        };
        row(Setting::Destination, QStringLiteral("/srv/files"));
        row(Setting::StartNow, false);
        row(Setting::Workers, 7);
        row(Setting::IdleTimeout, 90);
        row(Setting::RateLimit, qint64(5 << 20));
        row(Setting::HostRateLimit, qint64(1536));
        row(Setting::SpeedSchedule, QStringLiteral("22:00-07:00=0,00:00-24:00=1M"));
        row(Setting::Collision, QStringLiteral("skip"));
        row(Setting::ProxyUrl, QStringLiteral("http://proxy.example:3128"));
    }
    void everyValueGoesThroughItsEditor()
    {
        QFETCH(Setting, setting);
        QFETCH(QVariant, value);
        m_settings.set(setting, value);
        open();
        QCOMPARE(find(setting)->value(), value);
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
    }

    void appliesAtOnceAndKeepsOpen()
    {
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
        auto *connections = control<QSpinBox>(Setting::Connections);
        goTo(SettingGroup::Connections);
        type(connections, QStringLiteral("3"));
        QCOMPARE(note(), QString());
        QTest::mouseClick(button(QDialogButtonBox::Apply), Qt::LeftButton);
        QCOMPARE(m_settings.get<int>(Setting::Connections), 3);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!button(QDialogButtonBox::Apply)->isEnabled());
    }

    void theWheelChangesOnlyWhatHasTheKeyboard()
    {
        const WheelFields rule;
        open();
        goTo(SettingGroup::Connections);
        auto *connections = control<QSpinBox>(Setting::Connections);
        auto *perHost = control<QSpinBox>(Setting::PerHost);
        const auto before = connections->value();
        perHost->setFocus();
        support::turnWheel(*connections);
        QCOMPARE(connections->value(), before);
        QVERIFY(perHost->hasFocus());
        const auto beforePerHost = perHost->value();
        support::turnWheel(*perHost);
        QVERIFY(perHost->value() != beforePerHost);
        goTo(SettingGroup::Downloads);
        auto *collision = control<QComboBox>(Setting::Collision);
        const auto choice = collision->currentIndex();
        support::turnWheel(*collision);
        QCOMPARE(collision->currentIndex(), choice);
        collision->setFocus();
        support::turnWheel(*collision);
        QVERIFY(collision->currentIndex() != choice);
    }

    void saysWhatWaitsForTheNextStart()
    {
        goTo(SettingGroup::Desktop);
        auto *hidden = control<QCheckBox>(Setting::StartHidden);
        hidden->setChecked(!hidden->isChecked());
        QVERIFY(note().contains(u"starts again"));
    }

    void cancelChangesNothing()
    {
        goTo(SettingGroup::Connections);
        type(control<QSpinBox>(Setting::PerHost), QStringLiteral("3"));
        QTest::mouseClick(button(QDialogButtonBox::Cancel), Qt::LeftButton);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_store.allKeys(), QStringList());
    }

    void okStoresOnlyWhatWasChanged()
    {
        QList<Setting> told;
        const QObject here;
        connect(&m_settings, &Settings::changed, &here, [&](Setting s) { told << s; });
        auto *startNow = control<QCheckBox>(Setting::StartNow);
        QTest::mouseClick(startNow, Qt::LeftButton, {}, {8, startNow->height() / 2});
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(told, QList{Setting::StartNow});
        QCOMPARE(m_store.allKeys(), QStringList(Settings::name(Setting::StartNow)));
    }

    void scheduleInWordsWithItsErrorBelow()
    {
        goTo(SettingGroup::Speed);
        auto *line = control<QLineEdit>(Setting::SpeedSchedule);
        type(line, QStringLiteral("at night"));
        QVERIFY(below(Setting::SpeedSchedule).contains(u"at night"));
        QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_dialog->isVisible());
        type(line, QStringLiteral("22:00-07:00 full, else 1M"));
        QCOMPARE(below(Setting::SpeedSchedule), QString());
        QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(m_settings.get<QString>(Setting::SpeedSchedule),
                 QStringLiteral("22:00-07:00=0,00:00-24:00=1M"));
        open();
        QCOMPARE(control<QLineEdit>(Setting::SpeedSchedule)->text(),
                 QStringLiteral("22:00–07:00 full, else 1M"));
    }

    void rateHasAUnit()
    {
        goTo(SettingGroup::Speed);
        auto *editor = find(Setting::RateLimit);
        auto *number = editor->findChild<QDoubleSpinBox *>();
        QCOMPARE(number->text(), QStringLiteral("no limit"));
        type(number, QStringLiteral("2"));
        auto *unit = editor->findChild<QComboBox *>();
        QCOMPARE(unit->currentText(), QStringLiteral("MiB/s"));
        QTest::keyClick(unit, Qt::Key_Up);
        QCOMPARE(editor->value(), QVariant(qint64(2048)));
        QTest::mouseClick(button(QDialogButtonBox::Apply), Qt::LeftButton);
        QCOMPARE(m_settings.get<qint64>(Setting::RateLimit), qint64(2048));
    }

    void greysWhatHasNoSense()
    {
        goTo(SettingGroup::Network);
        auto *url = control<QLineEdit>(Setting::ProxyUrl);
        QVERIFY(!url->isEnabled());
        auto *mode = control<QComboBox>(Setting::ProxyMode);
        QTest::keyClick(mode, Qt::Key_End);
        QVERIFY(url->isEnabled());
        type(url, QStringLiteral("proxy.example"));
        QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
        QTest::keyClick(mode, Qt::Key_Home);
        QVERIFY(button(QDialogButtonBox::Ok)->isEnabled());
        QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(m_settings.get<QString>(Setting::ProxyUrl), QString());
    }

    void saysWhyItIsNotAvailable()
    {
        m_trayReason = QStringLiteral("This desktop has no tray.");
        open();
        goTo(SettingGroup::Desktop);
        QVERIFY(!control<QCheckBox>(Setting::CloseToTray)->isEnabled());
        QCOMPARE(below(Setting::CloseToTray), m_trayReason);
        m_trayReason.clear();
    }

    void restoresTheDefaultsOfThePageOnly()
    {
        m_settings.set(Setting::Workers, 5);
        m_settings.set(Setting::StartNow, false);
        open();
        goTo(SettingGroup::Connections);
        QTest::mouseClick(button(QDialogButtonBox::RestoreDefaults), Qt::LeftButton);
        QCOMPARE(find(Setting::Workers)->value(), QVariant(0));
        QCOMPARE(m_settings.get<int>(Setting::Workers), 5);
        QTest::mouseClick(button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(m_settings.get<int>(Setting::Workers), 0);
        QCOMPARE(m_settings.get<bool>(Setting::StartNow), false);
    }

    void searchFindsOverAllPages()
    {
        auto *search = m_dialog->findChild<QLineEdit *>(QStringLiteral("search"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("robots"));
        QVERIFY(find(Setting::Robots)->isVisible());
        QVERIFY(!find(Setting::UserAgent)->isVisible());
        auto *groups = m_dialog->findChild<QListWidget *>();
        QCOMPARE(groups->currentRow(), int(SettingGroup::Network));
        QVERIFY(groups->item(int(SettingGroup::Speed))->isHidden());
        QTest::keyClicks(search, QStringLiteral(" zebra"));
        QVERIFY(!note().isEmpty());
        search->clear();
        QVERIFY(find(Setting::UserAgent)->isVisible());
        QVERIFY(!groups->item(int(SettingGroup::Speed))->isHidden());
        QCOMPARE(note(), QString());
    }

    void asksForAFolder()
    {
        m_folder = QStringLiteral("/srv/new");
        auto *browse = find(Setting::Destination)->findChild<QPushButton *>();
        QTest::mouseClick(browse, Qt::LeftButton);
        QCOMPARE(find(Setting::Destination)->value(), QVariant(m_folder));
        auto *line = find(Setting::Destination)->findChild<QLineEdit *>();
        type(line, QStringLiteral("here"));
        QVERIFY(!button(QDialogButtonBox::Ok)->isEnabled());
        m_folder.clear();
        QTest::mouseClick(browse, Qt::LeftButton);
        QCOMPARE(line->text(), QStringLiteral("here"));
    }

private:
    void open()
    {
        m_dialog =
            std::make_unique<PreferencesDialog>(m_settings, m_prompts, [this](Setting setting) {
                return setting == Setting::CloseToTray ? m_trayReason : QString();
            });
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    [[nodiscard]] SettingEditor *find(Setting setting) const
    {
        return m_dialog->findChild<SettingEditor *>(Settings::name(setting));
    }
    template <typename T> [[nodiscard]] T *control(Setting setting) const
    {
        return qobject_cast<T *>(find(setting)->control());
    }
    [[nodiscard]] QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] QString note() const
    {
        return m_dialog->findChild<QLabel *>(QStringLiteral("note"))->text();
    }
    /// What is said below the control; empty when nothing is.
    [[nodiscard]] QString below(Setting setting) const
    {
        const auto *label = find(setting)->findChild<QLabel *>({}, Qt::FindDirectChildrenOnly);
        return label->isVisible() ? label->text() : QString();
    }
    void goTo(SettingGroup group) const
    {
        m_dialog->findChild<QListWidget *>()->setCurrentRow(int(group));
    }
    static void type(QWidget *control, const QString &text)
    {
        control->setFocus();
        QTest::keyClick(control, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(control, text);
    }

    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    Settings m_settings{m_store};
    Prompts m_prompts;
    QString m_folder;
    QString m_trayReason;
    std::unique_ptr<PreferencesDialog> m_dialog;
};

TRAWL_TEST(Gui, TestPreferences)

} // namespace tst_preferences

#include "tst_preferences.moc"
