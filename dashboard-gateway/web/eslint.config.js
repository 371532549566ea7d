import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'target'] },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { lit },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // tsc asks for brackets where a member is not declared.
      '@typescript-eslint/dot-notation': 'off',
      // Ring buffers and columns are indexed within bounds that the code beside shows.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
    },
  },
  {
    // Models know no DOM, so that they run, and are tested, anywhere.
    files: ['src/models/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'document', 'window', 'localStorage', 'history'] },
  },
  {
    files: ['dev/**/*.mjs', 'build/**/*.mjs', 'public/*.js', '*.js'],
    languageOptions: {
      globals: {
        console: 'readonly',
        document: 'readonly',
        localStorage: 'readonly',
        process: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        clearInterval: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
